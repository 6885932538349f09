import type { ListedRecord, Page } from '../../api';
import type { Span } from './geometry';

/** Records asked for at once, and where somebody has scrolled far ahead of what is known. */
export const USUAL = 50;
const FAR = 200;

/** Rows that are asked for before they are in sight. */
const AHEAD = 40;

/** A page of the list by the cursor before it. Its size is known once it was read; what it held may be dropped then. */
export interface Chunk {
  after: string | null;
  limit: number;
  size?: number;
}

export const START: readonly Chunk[] = [{ after: null, limit: USUAL }];

/** At which row each chunk begins, and behind the last one. */
export function offsetsOf(chunks: readonly Chunk[]): number[] {
  const offsets = [0];
  for (const { size } of chunks) offsets.push((offsets.at(-1) ?? 0) + (size ?? 0));
  return offsets;
}

/** The chunk that holds a row; the last one for rows that are not known yet. */
export function chunkAt(offsets: readonly number[], row: number): number {
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** First and last chunk that the rows in sight need, those ahead included. */
export function needed(offsets: readonly number[], span: Span): [number, number] {
  return [chunkAt(offsets, Math.max(0, span.start - AHEAD)), chunkAt(offsets, span.end + AHEAD)];
}

/**
 * What the answers for the chunks from `first` on tell: their sizes, and where the next one begins. Where that has moved, since records came or
 * went, what was known behind it is forgotten. The same array when nothing is new.
 */
export function learnt(
  chunks: readonly Chunk[],
  first: number,
  answers: readonly (Page<ListedRecord> | undefined)[],
  span: Span,
): readonly Chunk[] {
  for (const [index, answer] of answers.entries()) {
    const at = first + index;
    const chunk = chunks[at];
    if (!chunk || !answer) continue;
    const size = answer.items.length;
    const behind = chunks[at + 1];
    // A page that leads to itself would be read for ever.
    const next = answer.next === chunk.after ? null : answer.next;
    if (chunk.size === size && (behind?.after ?? null) === next) continue;
    const known = { ...chunk, size };
    if (behind && behind.after === next) return [...chunks.slice(0, at), known, ...chunks.slice(at + 1)];
    const begun = [...chunks.slice(0, at), known];
    if (next === null) return begun;
    const far = span.end > (offsetsOf(begun).at(-1) ?? 0) + FAR;
    return [...begun, { after: next, limit: far ? FAR : USUAL }];
  }
  return chunks;
}

/** Rows of the list as far as one knows: the known ones, those about to be read, all of them where they were counted exactly. */
export function rowsIn(chunks: readonly Chunk[], total: number | undefined): number {
  const known = offsetsOf(chunks).at(-1) ?? 0;
  const last = chunks.at(-1);
  if (!last || last.size !== undefined) return known;
  return total === undefined ? known + last.limit : Math.max(known + 1, total);
}
