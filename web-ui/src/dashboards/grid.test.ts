import { describe, expect, it } from 'vitest';
import { bounded, COLUMNS, freePlace, placed, readingOrder, settled, type Placed } from './grid';

const at = (key: string, x: number, y: number, w = 6, h = 2): Placed => ({ key, at: { x, y, w, h } });
const overlaps = (all: Placed[]) =>
  all.some(({ key, at: one }) =>
    all.some(
      ({ key: other, at: two }) =>
        key !== other &&
        one.x < two.x + two.w &&
        two.x < one.x + one.w &&
        one.y < two.y + two.h &&
        two.y < one.y + one.h,
    ),
  );

describe('the grid', () => {
  it('lets others make way below what is put somewhere', () => {
    const all = [at('a', 0, 0), at('b', 6, 0), at('c', 0, 2, 12, 3)];
    expect(placed(all, 'c', { x: 0, y: 0, w: 12, h: 3 })).toEqual([at('a', 0, 3), at('b', 6, 3), at('c', 0, 0, 12, 3)]);
    expect(placed(all, 'a', { x: 6, y: 0, w: 6, h: 2 })).toEqual([at('a', 6, 0), at('b', 6, 2), at('c', 0, 4, 12, 3)]);
  });

  it('leaves no empty rows', () => {
    expect(settled([at('a', 0, 5), at('b', 6, 9)])).toEqual([at('a', 0, 0), at('b', 6, 0)]);
  });

  it('keeps everything on it', () => {
    expect(bounded({ x: 9, y: -2, w: 20, h: 0 })).toEqual({ x: 0, y: 0, w: COLUMNS, h: 1 });
    expect(bounded({ x: 11, y: 0, w: 4, h: 2 })).toEqual({ x: 8, y: 0, w: 4, h: 2 });
  });

  it('never overlaps, wherever anything is put', () => {
    const all = [at('a', 0, 0), at('b', 6, 0, 3), at('c', 9, 0, 3), at('d', 0, 2, 4, 4), at('e', 4, 2, 8, 4)];
    for (const { key } of all)
      for (let x = 0; x < COLUMNS; x += 1)
        for (let y = 0; y < 8; y += 1) {
          const moved = placed(all, key, { x, y, w: 5, h: 3 });
          expect(overlaps(moved)).toBe(false);
          expect(settled(moved)).toEqual(moved);
        }
  });

  it('finds room for something new at the end', () => {
    expect(freePlace([at('a', 0, 0)], 6, 4)).toEqual({ x: 6, y: 0, w: 6, h: 4 });
    expect(freePlace([at('a', 0, 0, 8)], 6, 4)).toEqual({ x: 0, y: 2, w: 6, h: 4 });
    expect(freePlace([], 6, 4)).toEqual({ x: 0, y: 0, w: 6, h: 4 });
  });

  it('is read from the upper left', () => {
    expect(readingOrder([at('c', 0, 2), at('b', 6, 0), at('a', 0, 0)]).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });
});
