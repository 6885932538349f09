import { i18n, local, type LocalText } from '../i18n';
import { partsOf } from './json/pointer';
import { nameOf, type Json, type Place } from './merge';

/** A place in words: of `fields/mobile/title` "手机 · 标题". */
export function placeText(document: Json, place: Place): string {
  const words: string[] = [];
  let node: Json | undefined = document;
  place.forEach((name, index) => {
    node = Array.isArray(node)
      ? (node.find((item) => nameOf(item) === name) ?? node[Number(name)])
      : typeof node === 'object' && node !== null
        ? node[name]
        : undefined;
    const title = titleOf(node);
    const known = `studio.part.${name}`;
    if (title) words.push(title);
    else if (i18n.exists(known)) {
      // The list of fields needs no saying when one of them is named.
      if (name !== 'fields' || index === place.length - 1) words.push(i18n.t(known));
    } else words.push(name);
  });
  return words.join(' · ');
}

/** Names of fields in a list as their titles: what is no field stays as it is. */
export function titlesIn(document: Json, names: readonly string[]): string[] {
  const fields =
    typeof document === 'object' && document !== null && !Array.isArray(document) ? document['fields'] : [];
  const known = new Map((Array.isArray(fields) ? fields : []).map((field) => [nameOf(field), titleOf(field)]));
  return names.map((name) => known.get(name) || name);
}

/** A JSON Pointer of the server in words; indexes become the things that stand there. */
export function pointerText(document: unknown, pointer: string): string {
  return placeText(document as Json, pointerPlace(document, pointer));
}

/** A JSON Pointer as a place: list items by their names. */
export function pointerPlace(document: unknown, pointer: string): Place {
  let node = document;
  return partsOf(pointer).map((part) => {
    node = inside(node, part);
    return (/^\d+$/.test(part) ? nameOf(node as Json) : undefined) ?? part;
  });
}

const inside = (node: unknown, part: string) =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined;

/** Whether a list or a text stands at the place, and nothing in it. */
export function emptyAt(document: unknown, pointer: string): boolean {
  const node = partsOf(pointer).reduce(inside, document);
  return node === '' || (Array.isArray(node) && node.length === 0);
}

function titleOf(node: Json | undefined): string {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return '';
  const title = node['title'] ?? node['section'];
  return title === undefined ? '' : local(title as LocalText);
}
