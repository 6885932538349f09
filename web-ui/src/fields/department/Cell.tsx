import type { Department } from '../../api';
import type { CellProps } from '../defineField';

export function Cell({ value }: CellProps<Department>) {
  return <span>{value.name}</span>;
}
