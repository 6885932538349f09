import { describe, expect, it } from 'vitest';
import { nearEdge, pieces, ROW, shiftFor, spanOf, TALLEST } from './geometry';

const MILLION = 1_000_000;

describe('rows in the window', () => {
  it('are the visible ones and a few beyond, and never more than there are', () => {
    expect(spanOf(0, 600, MILLION)).toEqual({ start: 0, end: 23 });
    expect(spanOf(40 * ROW, 600, MILLION)).toEqual({ start: 32, end: 63 });
    expect(spanOf(40 * ROW, 600, 45)).toEqual({ start: 32, end: 45 });
  });

  it('of a million fit into what a browser draws, wherever one is', () => {
    for (const row of [0, 60_000, 499_999, MILLION - 15]) {
      const top = row * ROW;
      const shift = shiftFor(top, MILLION);
      expect(top - shift).toBeGreaterThanOrEqual(0);
      expect(top - shift).toBeLessThanOrEqual(TALLEST);
      expect(nearEdge(top - shift, shift, MILLION)).toBe(false);
    }
    expect(shiftFor(5_000 * ROW, 10_000)).toBe(0);
    expect(nearEdge(TALLEST - 600, 0, MILLION)).toBe(true);
    expect(nearEdge(0, TALLEST, MILLION)).toBe(true);
  });

  it('keep the row that has the focus drawn beside them', () => {
    const span = { start: 100, end: 120 };
    expect(pieces(span, undefined)).toEqual([span]);
    expect(pieces(span, 110)).toEqual([span]);
    expect(pieces(span, 3)).toEqual([{ start: 3, end: 4 }, span]);
    expect(pieces(span, 300)).toEqual([span, { start: 300, end: 301 }]);
  });
});
