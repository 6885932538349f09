import type { Place } from './model';

export const COLUMNS = 12;
const TALLEST = 20;

/** Anything that stands on the grid. */
export interface Placed {
  key: string;
  at: Place;
}

const meets = (one: Place, other: Place) =>
  one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h;

const inOrder = <T extends Placed>(all: readonly T[]): T[] =>
  [...all].sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);

/** A place that lies on the grid. */
export function bounded({ x, y, w, h }: Place): Place {
  const width = Math.min(COLUMNS, Math.max(1, w));
  return {
    x: Math.min(COLUMNS - width, Math.max(0, x)),
    y: Math.max(0, y),
    w: width,
    h: Math.min(TALLEST, Math.max(1, h)),
  };
}

/**
 * Everything as far up as it goes without overlapping, what stands higher first. `first` keeps its place against the others, which
 * make way below it. The order of the list stays.
 */
export function settled<T extends Placed>(all: readonly T[], first?: string): T[] {
  const turns = inOrder(all).sort((one, other) => Number(other.key === first) - Number(one.key === first));
  const standing: Placed[] = [];
  for (const { key, at } of turns) {
    const place = { ...bounded(at) };
    while (standing.some((other) => meets(other.at, place))) place.y += 1;
    standing.push({ key, at: place });
  }
  return risen(all, standing);
}

/** Takes the empty rows out from under everything. */
function risen<T extends Placed>(all: readonly T[], standing: Placed[]): T[] {
  const up: Placed[] = [];
  for (const { key, at } of inOrder(standing)) {
    const place = { ...at };
    while (place.y > 0 && !up.some((other) => meets(other.at, { ...place, y: place.y - 1 }))) place.y -= 1;
    up.push({ key, at: place });
  }
  return all.map((each) => {
    const at = up.find((one) => one.key === each.key)?.at ?? each.at;
    return samePlace(at, each.at) ? each : { ...each, at };
  });
}

export const samePlace = (one: Place, other: Place) =>
  one.x === other.x && one.y === other.y && one.w === other.w && one.h === other.h;

/** One of them put at a place; the others make way. */
export function placed<T extends Placed>(all: readonly T[], key: string, at: Place): T[] {
  const moved = all.map((each) => (each.key === key ? { ...each, at: bounded(at) } : each));
  return settled(moved, key);
}

/** Where something new of this size stands: below everything, or in the first gap at the end. */
export function freePlace(all: readonly Placed[], w: number, h: number): Place {
  const rows = Math.max(0, ...all.map(({ at }) => at.y + at.h));
  for (let y = 0; y <= rows; y += 1)
    for (let x = 0; x + w <= COLUMNS; x += 1) {
      const place = { x, y, w, h };
      if (!all.some(({ at }) => meets(at, place)) && below(all, place)) return place;
    }
  return { x: 0, y: rows, w, h };
}

/** Nothing stands under it: a gap between others would be closed by the next change. */
const below = (all: readonly Placed[], place: Place) =>
  !all.some(({ at }) => at.y >= place.y + place.h && at.x < place.x + place.w && place.x < at.x + at.w);

/** The order in which they are read and stand on a phone. */
export const readingOrder = inOrder;
