import type { Field, LayoutElement } from '../../schema';
import type { Entry, FormDocument } from '../../studio';
import {
  columnsOf,
  containers,
  containersOf,
  entryAt,
  isElement,
  itemsIn,
  laidOut,
  pageOrder,
  placeOf,
  withEntry,
  withItems,
  withPath,
  type Container,
  type Path,
} from './containers';
import { freshKey, takenKeys } from './keys';
import { NOBODYS, type Theirs } from './linked';
import { expressionsOf, forgotten, renamed, renamedIn } from './references';

export interface Target {
  container: Container;
  index: number;
}

/** Whether a thing may stand in a container: no layout in a subform, notes alone in sections and tabs. */
export function fits(entry: Entry, container: Container): boolean {
  const kind = container.split('/')[0];
  if (kind === 'subform')
    return !isElement(entry) && !['subform', 'look-up', 'roll-up', 'consent'].includes(entry.type);
  if (kind === 'block') return true;
  return entry.type !== 'section' && entry.type !== 'tabs';
}

/** A new thing put where it belongs. Its key must be free there. */
export function inserted(document: FormDocument, entry: Entry, { container, index }: Target): FormDocument {
  const whole = laidOut(document);
  const [kind, name = ''] = container.split('/');
  if (kind === 'subform')
    return withEntry(whole, name, (subform) => ({
      ...(subform as Field),
      fields: spliced(columnsOf(subform), index, entry as Field),
    }));
  const items = itemsIn(whole, container);
  const before = items[index - 1];
  const at = before === undefined ? whole.fields.length : whole.fields.findIndex(({ key }) => key === before) + 1;
  const fields = spliced(whole.fields, at, entry);
  return withItems({ ...whole, fields }, container, spliced(items, index, entry.key));
}

/** A thing moved to where `target` lies before the move; the same document when it does not fit or stays. Answers its path there. */
export function moved(document: FormDocument, path: Path, target: Target): { document: FormDocument; path: Path } {
  const same = { document, path };
  const whole = laidOut(document);
  const entry = entryAt(whole, path);
  const from = placeOf(whole, path);
  if (!entry || !from || !fits(entry, target.container) || within(whole, path, target.container)) return same;
  if (from.container === target.container) {
    const items = itemsIn(whole, from.container);
    const index = target.index > from.index ? target.index - 1 : target.index;
    if (index === from.index) return same;
    const rest = items.filter((each) => each !== path);
    return { document: withItems(whole, from.container, spliced(rest, index, path)), path };
  }
  const subforms = [from.container, target.container].filter((each) => each.startsWith('subform/'));
  if (subforms.length === 0) {
    const left = withItems(whole, from.container, without(itemsIn(whole, from.container), path));
    const items = itemsIn(left, target.container);
    return { document: withItems(left, target.container, spliced(items, target.index, path)), path };
  }
  // In or out of a subform it is another field: a cell of rows, or a value of the record.
  const subform = target.container.startsWith('subform/') ? target.container.split('/')[1] : undefined;
  const key = freshKey(entry.key, takenKeys(whole, subform));
  const left = removed(whole, path);
  const next = inserted(left, { ...entry, key }, target);
  return { document: next, path: subform === undefined ? key : `${subform}.${key}` };
}

/** Whether a container lies inside a thing. */
function within(document: FormDocument, path: Path, container: Container): boolean {
  return containersOf(entryAt(document, path)).some(
    (own) =>
      own === container ||
      itemsIn(document, own).some((inner) => !inner.includes('.') && within(document, inner, container)),
  );
}

/** A thing taken out, with what mentions it. What stands in a section or tabs stays, in its place. */
export function removed(document: FormDocument, path: Path): FormDocument {
  const whole = laidOut(document);
  const [key = '', column] = path.split('.');
  if (column !== undefined)
    return withEntry(whole, key, (subform) => ({
      ...(subform as Field),
      fields: columnsOf(subform).filter((each) => each.key !== column),
    }));
  const entry = entryAt(whole, key);
  const place = placeOf(whole, key);
  if (!entry) return document;
  let next = whole;
  if (place && isElement(entry)) {
    const inner = containersOf(entry).flatMap((container) => itemsIn(whole, container));
    const items = itemsIn(whole, place.container);
    next = withItems(
      next,
      place.container,
      items.flatMap((each) => (each === key ? inner : [each])),
    );
  }
  return forgotten({ ...next, fields: next.fields.filter((each) => each.key !== key) }, new Set([key]));
}

/** A property set; `undefined` takes it away. */
export function changedAt(document: FormDocument, path: Path, patch: Record<string, unknown>): FormDocument {
  return withPath(
    document,
    path,
    (entry) => patched(entry as unknown as Record<string, unknown>, patch) as unknown as Entry,
  );
}

/** An object with properties set; `undefined` takes one away. */
export function patched<O extends object>(object: O, patch: Record<string, unknown>): O {
  const next = { ...object, ...patch };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as O;
}

/** A field under another key, wherever it is mentioned; `theirs` tells the fields of the forms that defaults are taken from. */
export function renamedAt(document: FormDocument, path: Path, to: string, theirs: Theirs = NOBODYS): FormDocument {
  const [key = '', column] = path.split('.');
  if (column === undefined) return renamed(document, key, to, theirs);
  const own = withEntry(document, key, (subform) => ({
    ...(subform as Field),
    fields: columnsOf(subform).map((each) =>
      expressionsOf(each.key === column ? { ...each, key: to } : each, (text) => renamedIn(text, column, to)),
    ),
  }));
  const behind = (text: string) =>
    text.replace(new RegExp(`(?<![\\w.])${key}\\.${column}(?!\\w)`, 'g'), `${key}.${to}`);
  return {
    ...own,
    fields: own.fields.map((entry) =>
      isElement(entry) || entry.key === key ? entry : rolledUp(expressionsOf(entry, behind), key, column, to),
    ),
  };
}

/** What a roll-up of these rows says of their column. */
function rolledUp(
  field: Field & { field?: string; filter?: string },
  subform: string,
  from: string,
  to: string,
): Field {
  if (field.type !== 'roll-up' || field.of !== subform) return field;
  return {
    ...field,
    ...(field.field === from ? { field: to } : {}),
    ...(field.filter ? { filter: renamedIn(field.filter, from, to) } : {}),
  } as Field;
}

/** Where a thing goes one step up or down the page: past its neighbour, into the container beside it at the edge. */
export function stepped(document: FormDocument, path: Path, step: -1 | 1): Target | undefined {
  const whole = laidOut(document);
  const entry = entryAt(whole, path);
  const from = placeOf(whole, path);
  if (!entry || !from) return undefined;
  const { container, index } = from;
  const count = itemsIn(whole, container).length;
  const next = index + step;
  if (next >= 0 && next < count) return { container, index: step > 0 ? index + 2 : index - 1 };
  if (container.startsWith('subform/')) return undefined;
  const order = containers(whole).filter(
    (each) => !each.startsWith('subform/') && fits(entry, each) && (each === container || !within(whole, path, each)),
  );
  const beside = order[order.indexOf(container) + step];
  if (beside === undefined) return undefined;
  return { container: beside, index: step > 0 ? 0 : itemsIn(whole, beside).length };
}

/** Where something new goes when nobody says where: after what is selected, else at the end. */
export function afterSelected(document: FormDocument, entry: Entry, selected: Path | undefined): Target {
  const whole = laidOut(document);
  const at = selected === undefined ? undefined : placeOf(whole, selected);
  const chosen = selected === undefined ? undefined : entryAt(whole, selected);
  const into = containersOf(chosen)[0];
  if (into && fits(entry, into) && chosen?.type !== 'subform')
    return { container: into, index: itemsIn(whole, into).length };
  if (at && fits(entry, at.container)) return { container: at.container, index: at.index + 1 };
  const outer = selected?.includes('.') ? placeOf(whole, selected.split('.')[0] ?? '') : undefined;
  if (outer && fits(entry, outer.container)) return { container: outer.container, index: outer.index + 1 };
  const block = `block/${Math.max((whole.layout?.length ?? 1) - 1, 0)}`;
  return { container: block, index: itemsIn(whole, block).length };
}

/** What is selected once this is gone. */
export function neighbourOf(document: FormDocument, path: Path): Path | null {
  const order = pageOrder(laidOut(document));
  const at = order.indexOf(path);
  const beside = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)).reverse()];
  return beside.find((each) => !each.startsWith(`${path}.`)) ?? null;
}

/** A block added after another. */
export function blockAdded(
  document: FormDocument,
  after: number,
  block: { section?: LayoutElement['title'] },
): FormDocument {
  const whole = laidOut(document);
  const added = { ...(block.section === undefined ? {} : { section: block.section }), columns: 2, fields: [] };
  return { ...whole, layout: spliced(whole.layout ?? [], after + 1, added) };
}

/** A block taken away; what stood in it goes on in the one before, or after. */
export function blockRemoved(document: FormDocument, index: number): FormDocument {
  const whole = laidOut(document);
  const layout = whole.layout ?? [];
  const gone = layout[index];
  if (!gone || layout.length < 2) return document;
  const heir = index > 0 ? index - 1 : 1;
  const next = layout.map((block, at) =>
    at === heir
      ? { ...block, fields: index > 0 ? [...block.fields, ...gone.fields] : [...gone.fields, ...block.fields] }
      : block,
  );
  return { ...whole, layout: next.filter((_, at) => at !== index) };
}

export function blockMoved(document: FormDocument, index: number, step: -1 | 1): FormDocument {
  const whole = laidOut(document);
  const layout = whole.layout ?? [];
  const block = layout[index];
  const to = index + step;
  if (!block || to < 0 || to >= layout.length) return document;
  return {
    ...whole,
    layout: spliced(
      layout.filter((_, at) => at !== index),
      to,
      block,
    ),
  };
}

const spliced = <I>(list: readonly I[], index: number, item: I): I[] => [
  ...list.slice(0, index),
  item,
  ...list.slice(index),
];
const without = (list: Path[], path: Path) => list.filter((each) => each !== path);
