import type { Place } from './model';

/** The order in which widgets are read, and in which they stand on a phone: from the upper left. */
export function readingOrder<T extends { at: Place }>(all: readonly T[]): T[] {
  return [...all].sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);
}
