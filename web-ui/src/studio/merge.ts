/** What two designers made of one document, brought together by keys; and the differences between two states of it. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place in a document: names and keys of list items, `fields/mobile/title`. */
export type Place = string[];

export interface Difference {
  place: Place;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: Json | undefined;
  after?: Json | undefined;
}

/** Both changed the same thing, each otherwise. */
export interface Clash {
  place: Place;
  mine: Json | undefined;
  theirs: Json | undefined;
}

export interface Merged {
  document: Json;
  clashes: Clash[];
}

export type Side = 'mine' | 'theirs';

/** The name by which an item of a list is known from one state to the next. */
export function nameOf(item: Json): string | undefined {
  if (typeof item === 'string') return item;
  if (!isObject(item)) return undefined;
  for (const name of ['key', 'value', 'id']) if (typeof item[name] === 'string') return item[name];
  if (typeof item['from'] === 'string' && typeof item['to'] === 'string') return `${item['from']}→${item['to']}`;
  return undefined;
}

/** What differs, the smallest parts of it, in the order of the documents. */
export function differences(before: Json | undefined, after: Json | undefined, place: Place = []): Difference[] {
  if (same(before, after)) return [];
  if (before === undefined) return [{ place, kind: 'added', after }];
  if (after === undefined) return [{ place, kind: 'removed', before }];
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], [...place, name]));
  }
  const [left, right] = [keyed(before), keyed(after)];
  if (left && right && !plain(before) && !plain(after)) {
    const names = [...new Set([...left.keys(), ...right.keys()])];
    const inside = names.flatMap((name) => differences(left.get(name), right.get(name), [...place, name]));
    const kept = (list: Map<string, Json>, other: Map<string, Json>) =>
      [...list.keys()].filter((key) => other.has(key));
    return same(kept(left, right), kept(right, left)) ? inside : [...inside, { place, kind: 'moved', before, after }];
  }
  const rows = alike([before, after]);
  if (rows)
    return (rows[0] ?? []).flatMap((item, index) => differences(item, rows[1]?.[index], [...place, String(index)]));
  return [{ place, kind: 'changed', before, after }];
}

/**
 * Brings two states together that both came from `base`. Where both changed the same, `choose` says whose counts, and it is told as a clash.
 */
export function merged(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  choose: (place: Place) => Side = () => 'theirs',
): Merged {
  const clashes: Clash[] = [];
  const document = bring(base, mine, theirs, [], (place, left, right) => {
    clashes.push({ place, mine: left, theirs: right });
    return choose(place) === 'mine' ? left : right;
  });
  return { document: document ?? null, clashes };
}

type Settle = (place: Place, mine: Json | undefined, theirs: Json | undefined) => Json | undefined;

function bring(
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
  place: Place,
  settle: Settle,
): Json | undefined {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isObject(mine) && isObject(theirs)) {
    const from = isObject(base) ? base : {};
    const names = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = bring(from[name], mine[name], theirs[name], [...place, name], settle);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  }
  const lists = [keyed(base ?? []), keyed(mine), keyed(theirs)] as const;
  if (lists[0] && lists[1] && lists[2]) return bringLists(lists[0], lists[1], lists[2], place, settle);
  const rows = alike([base, mine, theirs]);
  if (rows)
    return (rows[1] ?? []).map(
      (item, index) => bring(rows[0]?.[index], item, rows[2]?.[index], [...place, String(index)], settle) ?? null,
    );
  return settle(place, mine, theirs);
}

/** Items by name: in their order, mine that are new after the one they stand after; what only I have moved is moved. */
function bringLists(
  base: Map<string, Json>,
  mine: Map<string, Json>,
  theirs: Map<string, Json>,
  place: Place,
  settle: Settle,
): Json {
  const theyMoved = !same(orderOf(base, theirs), orderOf(theirs, base));
  const [first, second] = theyMoved ? [theirs, mine] : [mine, theirs];
  const order = [...first.keys()];
  const others = [...second.keys()];
  others.forEach((name, index) => {
    if (order.includes(name)) return;
    const before = others
      .slice(0, index)
      .reverse()
      .find((each) => order.includes(each));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, name);
  });
  return order.flatMap((name) => {
    const item = bring(base.get(name), mine.get(name), theirs.get(name), [...place, name], settle);
    return item === undefined ? [] : [item];
  });
}

const orderOf = (list: Map<string, Json>, other: Map<string, Json>) => [...list.keys()].filter((key) => other.has(key));

/** The items of a list by name, when each has one of its own. */
function keyed(list: Json | undefined): Map<string, Json> | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((item) => [nameOf(item), item] as const);
  const names = new Set(entries.map(([name]) => name));
  if (names.has(undefined) || names.size !== list.length) return undefined;
  return new Map(entries as [string, Json][]);
}

/** Lists of as many objects without names: what stands in the same place is the same. */
function alike(values: (Json | undefined)[]): Json[][] | undefined {
  const lists = values.filter((value) => Array.isArray(value)) as Json[][];
  const size = lists[0]?.length;
  const whole = lists.length === values.length && lists.every((list) => list.length === size && list.every(isObject));
  return whole ? lists : undefined;
}

const plain = (list: Json) => Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === 'string');

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two documents say the same, in whatever order; what is undefined is not there. Parts that they share cost nothing. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right))
    return (
      Array.isArray(left) &&
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((value, index) => same(value, right[index]))
    );
  const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => same(one[name], other[name]));
}
