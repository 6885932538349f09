import { wordsOf } from '../../schema';
import type { CellProps } from '../defineField';

const LENGTH = 60;

/** The first words of it, for tables. */
export function Cell({ value }: CellProps<string>) {
  const line = (wordsOf(value) ?? '').replaceAll('\n', ' ');
  return <span>{line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line}</span>;
}
