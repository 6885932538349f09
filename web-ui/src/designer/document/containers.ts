import { elementKeys, type Field, type LayoutElement, type Section } from '../../schema';
import type { Entry, FormDocument } from '../../studio';

/**
 * Where things stand in a form: `block/0` a block of the layout, `section/key` a section among the fields, `tab/key/0` a tab,
 * `subform/key` the columns of a subform.
 */
export type Container = string;

/** A field or element by its key; a column of a subform as `deals.price`. */
export type Path = string;

export function isElement(entry: Entry): entry is LayoutElement {
  return entry.type === 'section' || entry.type === 'tabs' || entry.type === 'note';
}

export const columnsOf = (entry: Entry | undefined): Field[] =>
  entry?.type === 'subform' && 'fields' in entry ? ((entry.fields ?? []) as Field[]) : [];

export function entryAt(document: FormDocument, path: Path): Entry | undefined {
  const [key, column] = path.split('.');
  const entry = document.fields.find((each) => each.key === key);
  return column === undefined ? entry : columnsOf(entry).find((each) => each.key === column);
}

/** The document with a layout that names everything once, as the page will show it; itself where it does so already. */
export function laidOut(document: FormDocument): FormDocument {
  const layout = document.layout ?? [];
  const inside = new Set(document.fields.filter(isElement).flatMap(elementKeys));
  const named = new Set(layout.flatMap((block) => block.fields ?? []));
  const rest = document.fields.map(({ key }) => key).filter((key) => !named.has(key) && !inside.has(key));
  if (layout.length > 0 && rest.length === 0) return document;
  const last = layout.at(-1);
  if (!last) return { ...document, layout: [{ columns: 2, fields: rest }] };
  // What no block names comes last on the page as well: it joins a block without a title, else it makes one.
  if (last.section === undefined)
    return { ...document, layout: [...layout.slice(0, -1), { ...last, fields: [...last.fields, ...rest] }] };
  return { ...document, layout: [...layout, { columns: 2, fields: rest }] };
}

/** What stands in a container, in order: keys, of a subform its columns' paths. */
export function itemsIn(document: FormDocument, container: Container): Path[] {
  const [kind, name = '', tab] = container.split('/');
  switch (kind) {
    case 'block':
      return known(document, document.layout?.[Number(name)]?.fields);
    case 'section':
      return known(document, elementOf(document, name)?.fields);
    case 'tab':
      return known(document, elementOf(document, name)?.tabs?.[Number(tab)]?.fields);
    default:
      return columnsOf(entryAt(document, name)).map((column) => `${name}.${column.key}`);
  }
}

const known = (document: FormDocument, keys: string[] = []) =>
  keys.filter((key) => document.fields.some((entry) => entry.key === key));

function elementOf(document: FormDocument, key: string): LayoutElement | undefined {
  const entry = entryAt(document, key);
  return entry && isElement(entry) ? entry : undefined;
}

/** The containers within an entry. */
export function containersOf(entry: Entry | undefined): Container[] {
  if (!entry) return [];
  if (entry.type === 'subform') return [`subform/${entry.key}`];
  if (entry.type === 'section') return [`section/${entry.key}`];
  if (entry.type === 'tabs')
    return ((entry as LayoutElement).tabs ?? []).map((_, index) => `tab/${entry.key}/${index}`);
  return [];
}

/** All containers in the order of the page. */
export function containers(document: FormDocument): Container[] {
  const within = (container: Container): Container[] => [
    container,
    ...itemsIn(document, container)
      .filter((path) => !path.includes('.'))
      .flatMap((path) => containersOf(entryAt(document, path)).flatMap(within)),
  ];
  return (document.layout ?? []).flatMap((_, index) => within(`block/${index}`));
}

/** Where something stands. */
export function placeOf(document: FormDocument, path: Path): { container: Container; index: number } | undefined {
  const [key, column] = path.split('.');
  if (column !== undefined) {
    const index = columnsOf(entryAt(document, key ?? '')).findIndex((each) => each.key === column);
    return index < 0 ? undefined : { container: `subform/${key}`, index };
  }
  for (const container of containers(document)) {
    const index = itemsIn(document, container).indexOf(path);
    if (index >= 0) return { container, index };
  }
  return undefined;
}

/** Everything that can be selected, in the order of the page. */
export function pageOrder(document: FormDocument): Path[] {
  const within = (path: Path): Path[] =>
    path.includes('.')
      ? [path]
      : [
          path,
          ...containersOf(entryAt(document, path)).flatMap((container) => itemsIn(document, container).flatMap(within)),
        ];
  return (document.layout ?? []).flatMap((_, index) => itemsIn(document, `block/${index}`).flatMap(within));
}

/** The items of a container replaced; of a subform the columns are put in this order. */
export function withItems(document: FormDocument, container: Container, items: Path[]): FormDocument {
  const [kind, name = '', tab] = container.split('/');
  if (kind === 'block')
    return {
      ...document,
      layout: (document.layout ?? []).map((block: Section, index) =>
        index === Number(name) ? { ...block, fields: items } : block,
      ),
    };
  return withEntry(document, name, (entry) => {
    if (kind === 'section') return { ...entry, fields: items } as Entry;
    if (kind === 'tab')
      return {
        ...entry,
        tabs: ((entry as LayoutElement).tabs ?? []).map((each, index) =>
          index === Number(tab) ? { ...each, fields: items } : each,
        ),
      } as Entry;
    const columns = columnsOf(entry);
    const order = items.map((path) => columns.find((column) => `${name}.${column.key}` === path));
    return { ...entry, fields: order.filter((column) => column !== undefined) } as Entry;
  });
}

/** An entry of the form replaced. */
export function withEntry(document: FormDocument, key: string, recipe: (entry: Entry) => Entry): FormDocument {
  return { ...document, fields: document.fields.map((entry) => (entry.key === key ? recipe(entry) : entry)) };
}

/** An entry or a column replaced. */
export function withPath(document: FormDocument, path: Path, recipe: (entry: Entry) => Entry): FormDocument {
  const [key = '', column] = path.split('.');
  if (column === undefined) return withEntry(document, key, recipe);
  return withEntry(document, key, (entry) => ({
    ...(entry as Field),
    fields: columnsOf(entry).map((each) => (each.key === column ? (recipe(each) as Field) : each)),
  }));
}
