import { useDivisions } from '../../api';
import type { CellProps } from '../defineField';
import { regionText } from './tree';

export function Cell({ value }: CellProps<string>) {
  return <span>{regionText(value, useDivisions().data)}</span>;
}
