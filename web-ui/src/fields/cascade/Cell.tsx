import { local } from '../../i18n';
import type { CellProps } from '../defineField';
import { follow } from './tree';

export function Cell({ field, value }: CellProps<string[]>) {
  const options = follow(field.options ?? [], value);
  return <span>{value.map((one, index) => local(options[index]?.title, one)).join(' / ')}</span>;
}
