import { MARKS, type Mark } from './vocabulary';

/** What a piece of text carries. */
export interface Marks {
  /** Where its link leads; empty for no link. */
  href: string;
  kinds: readonly Mark[];
}

/** A piece of text that carries the same marks throughout, or a line break. */
export interface Run {
  text: string;
  lineBreak: boolean;
  marks: Marks;
}

/** What stands on lines of its own. */
export type Block =
  | { kind: 'leaf'; element: string; runs: Run[] }
  | { kind: 'group'; element: string; start: number; blocks: Block[] }
  | { kind: 'line' };

export const PLAIN: Marks = { href: '', kinds: [] };

export function marked(marks: Marks, mark: Mark): Marks {
  return { href: marks.href, kinds: MARKS.filter((each) => each === mark || marks.kinds.includes(each)) };
}

export function sameMarks(one: Marks, other: Marks): boolean {
  return one.href === other.href && one.kinds.join() === other.kinds.join();
}
