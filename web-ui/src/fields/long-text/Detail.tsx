import type { CellProps } from '../defineField';

export function Detail({ value }: CellProps<string>) {
  return <p style={{ whiteSpace: 'pre-wrap', maxWidth: '70ch' }}>{value}</p>;
}
