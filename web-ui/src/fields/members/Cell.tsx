import type { Person } from '../../api';
import { PersonName } from '../../ui';
import type { CellProps } from '../defineField';
import { Several } from '../parts/Several';

export function Cell({ value }: CellProps<Person[]>) {
  return (
    <Several>
      {value.map((person) => (
        <PersonName key={person.id} person={person} />
      ))}
    </Several>
  );
}
