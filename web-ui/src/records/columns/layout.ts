import { readsFromTheRight } from '../../fields';
import type { Field } from '../../schema';

/** How the columns of a table are shown: which, in this order, which of them stay in sight, how wide (CSS pixels) where somebody chose. */
export interface Layout {
  fields: string[];
  pinned: string[];
  widths: Record<string, number>;
}

/** The server's bounds. */
export const NARROWEST = 60;
export const WIDEST = 1_200;

/** Pinned columns stand first, whatever order they were named in. */
export function arranged({ fields, pinned, widths }: Layout): Layout {
  const kept = fields.filter((key) => pinned.includes(key));
  return {
    fields: [...kept, ...fields.filter((key) => !pinned.includes(key))],
    pinned: kept,
    widths: Object.fromEntries(Object.entries(widths).filter(([key]) => fields.includes(key))),
  };
}

/** Shows a column behind the others, or takes it away; the last one stays. */
export function toggled(layout: Layout, key: string): Layout {
  if (!layout.fields.includes(key)) return arranged({ ...layout, fields: [...layout.fields, key] });
  return layout.fields.length === 1
    ? layout
    : arranged({ ...layout, fields: layout.fields.filter((each) => each !== key) });
}

export function pinToggled(layout: Layout, key: string): Layout {
  const pinned = layout.pinned.includes(key) ? layout.pinned.filter((each) => each !== key) : [...layout.pinned, key];
  return arranged({ ...layout, pinned });
}

/** Puts a column at a place; pinned ones stay among themselves, and so do the others. */
export function moved(layout: Layout, key: string, to: number): Layout {
  if (!layout.fields.includes(key)) return layout;
  const rest = layout.fields.filter((each) => each !== key);
  const border = rest.filter((each) => layout.pinned.includes(each)).length;
  const [low, high] = layout.pinned.includes(key) ? [0, border] : [border, rest.length];
  const at = Math.min(Math.max(to, low), high);
  return { ...layout, fields: [...rest.slice(0, at), key, ...rest.slice(at)] };
}

export function resized(layout: Layout, key: string, width: number): Layout {
  return { ...layout, widths: { ...layout.widths, [key]: bounded(width) } };
}

/** Back to its usual width. */
export function unsized(layout: Layout, key: string): Layout {
  return { ...layout, widths: Object.fromEntries(Object.entries(layout.widths).filter(([name]) => name !== key)) };
}

export const bounded = (width: number): number => Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));

export const sameLayout = (left: Layout, right: Layout): boolean =>
  JSON.stringify([left.fields, left.pinned, Object.entries(left.widths).sort()]) ===
  JSON.stringify([right.fields, right.pinned, Object.entries(right.widths).sort()]);

/** A column as it is drawn. */
export interface Column {
  field: Field;
  /** CSS pixels */
  width: number;
  pinned: boolean;
}

/** What values of a type usually need, in CSS pixels; every other type is given as much as a name. */
const WIDTHS: Record<string, number> = {
  'date-time': 190,
  date: 150,
  choice: 124,
  toggle: 110,
  rating: 140,
  'long-text': 240,
  'rich-text': 240,
  email: 190,
};
const NAME = 160;
const DIGITS = 136;

const usualWidth = (field: Field): number => WIDTHS[field.type] ?? (readsFromTheRight(field) ? DIGITS : NAME);

/** Widths in a table of this room: what nobody chose grows to fill it; nothing shrinks, a table that is too wide scrolls. */
export function columnsIn(fields: Field[], { pinned, widths }: Layout, room: number): Column[] {
  const usual = fields.map((field) => widths[field.key] ?? usualWidth(field));
  const spare = room - usual.reduce((sum, width) => sum + width, 0);
  const free = fields.reduce((sum, field, at) => sum + (field.key in widths ? 0 : (usual[at] ?? 0)), 0);
  return fields.map((field, at) => {
    const width = usual[at] ?? 0;
    const grown = spare > 0 && free > 0 && !(field.key in widths) ? width + (spare * width) / free : width;
    return { field, width: Math.floor(grown), pinned: pinned.includes(field.key) };
  });
}
