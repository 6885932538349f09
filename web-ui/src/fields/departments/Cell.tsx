import type { Department } from '../../api';
import type { CellProps } from '../defineField';
import { Several } from '../parts/Several';

export function Cell({ value }: CellProps<Department[]>) {
  return <Several>{value.map((department) => department.name)}</Several>;
}
