import { describe, expect, it } from 'vitest';
import type { ListedRecord } from '../../api';
import { chunkAt, learnt, needed, offsetsOf, rowsIn, START, USUAL, type Chunk } from './chunks';

const items = (size: number) => Array.from({ length: size }, () => ({ id: 'r' }) as unknown as ListedRecord);
const page = (size: number, next: string | null) => ({ items: items(size), next });
const near = { start: 0, end: 20 };

describe('what is known of a list read by cursor', () => {
  it('grows by a page behind each answer and ends with the last one', () => {
    const first = learnt(START, 0, [page(50, 'c1')], near);
    expect(first).toEqual([
      { after: null, limit: USUAL, size: 50 },
      { after: 'c1', limit: USUAL },
    ]);
    expect(learnt(first, 0, [page(50, 'c1'), undefined], near)).toBe(first);
    const both = learnt(first, 0, [page(50, 'c1'), page(7, null)], near);
    expect(rowsIn(both, undefined)).toBe(57);
  });

  it('takes larger steps where somebody has scrolled far ahead', () => {
    expect(learnt(START, 0, [page(50, 'c1')], { start: 5_000, end: 5_020 })[1]?.limit).toBe(200);
  });

  it('forgets what is behind a page that no longer ends where it did', () => {
    const chunks: Chunk[] = [
      { after: null, limit: 50, size: 50 },
      { after: 'c1', limit: 50, size: 50 },
      { after: 'c2', limit: 50, size: 50 },
    ];
    expect(learnt(chunks, 0, [page(49, 'x1'), page(50, 'c2')], near)).toEqual([
      { after: null, limit: 50, size: 49 },
      { after: 'x1', limit: 50 },
    ]);
  });

  it('does not read a page that leads to itself for ever', () => {
    const chunks: Chunk[] = [{ after: 'c1', limit: 50 }];
    expect(learnt(chunks, 0, [page(2, 'c1')], near)).toEqual([{ after: 'c1', limit: 50, size: 2 }]);
  });

  it('finds rows in pages of any size, empty ones too, and asks ahead of what is in sight', () => {
    const offsets = offsetsOf([
      { after: null, limit: 50, size: 50 },
      { after: 'a', limit: 50, size: 0 },
      { after: 'b', limit: 50, size: 30 },
      { after: 'c', limit: 50 },
    ]);
    expect([0, 49, 50, 79, 80, 9_999].map((row) => chunkAt(offsets, row))).toEqual([0, 0, 2, 2, 3, 3]);
    expect(needed(offsets, { start: 0, end: 5 })).toEqual([0, 0]);
    expect(needed(offsets, { start: 0, end: 20 })).toEqual([0, 2]);
    expect(needed(offsets, { start: 9_000, end: 9_020 })).toEqual([3, 3]);
  });

  it('is as long as was counted exactly, else one page more than is known', () => {
    const chunks = learnt(START, 0, [page(50, 'c1')], near);
    expect(rowsIn(chunks, 1_234)).toBe(1_234);
    expect(rowsIn(chunks, undefined)).toBe(100);
    expect(rowsIn(learnt(START, 0, [page(3, null)], near), 1_234)).toBe(3);
  });
});
