import type { CellProps } from '../defineField';
import { placeText, type Place } from './place';

export function Cell({ value }: CellProps<Place>) {
  return <span>{placeText(value)}</span>;
}
