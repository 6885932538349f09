import type { Person } from '../../api';
import { PersonName } from '../../ui';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<Person>) {
  return <PersonName person={value} />;
}
