import type { CellProps } from '../defineField';
import type { Related } from '../parts/related';
import { useTitled } from '../parts/useTitled';
import { Cell } from './Cell';

/** In a condition: its address names the records by their ids. */
export function NamedCell({ value, ...rest }: CellProps<Related[]>) {
  return <Cell value={useTitled(rest.context.place, rest.field.form, value)} {...rest} />;
}
