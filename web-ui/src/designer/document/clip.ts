import { elementKeys, type Field, type LayoutElement } from '../../schema';
import type { Entry, FormDocument } from '../../studio';
import { entryAt, isElement, laidOut, type Path } from './containers';
import { freshKey, takenKeys } from './keys';
import { inserted, type Target } from './operations';
import { expressionsOf, renamedIn } from './references';

/** What is copied: a thing, and with a section or tabs what stands in it. Plain JSON, so that it goes from form to form. */
export interface Clip {
  jianmi: 'fields';
  /** The first is what was selected. */
  entries: Entry[];
}

export function copied(document: FormDocument, path: Path): Clip | undefined {
  const entry = entryAt(laidOut(document), path);
  if (!entry) return undefined;
  const inner = isElement(entry) ? elementKeys(entry) : [];
  const entries = [entry, ...inner.flatMap((key) => entryAt(document, key) ?? [])];
  return { jianmi: 'fields', entries };
}

/** What a text of the clipboard holds; undefined when it is something else. */
export function readClip(text: string): Clip | undefined {
  try {
    const clip = JSON.parse(text) as Partial<Clip> | null;
    const sound = clip?.jianmi === 'fields' && Array.isArray(clip.entries) && clip.entries.length > 0;
    const named =
      sound && clip.entries?.every((entry) => typeof entry?.key === 'string' && typeof entry.type === 'string');
    return named ? (clip as Clip) : undefined;
  } catch {
    return undefined;
  }
}

/** The clip put in, under keys of its own; expressions among what was copied follow. Answers the path of its first. */
export function pasted(document: FormDocument, clip: Clip, target: Target): { document: FormDocument; path: Path } {
  const [kind, subform] = target.container.split('/');
  const inSubform = kind === 'subform' ? subform : undefined;
  const taken = takenKeys(document, inSubform);
  const names = new Map<string, string>();
  for (const { key } of clip.entries) {
    const fresh = freshKey(key, taken);
    taken.add(fresh);
    names.set(key, fresh);
  }
  const feel = (text: string) => [...names].reduce((all, [from, to]) => renamedIn(all, from, to), text);
  const entries = clip.entries.map((entry) => underKeys(entry, names, feel));
  const [first, ...inner] = entries;
  if (!first) return { document, path: '' };
  const next = inserted(document, first, target);
  // What stands inside is named by its section; it needs a place among the fields alone.
  return {
    document: inner.length > 0 ? { ...next, fields: [...next.fields, ...inner] } : next,
    path: inSubform === undefined ? first.key : `${inSubform}.${first.key}`,
  };
}

function underKeys(entry: Entry, names: Map<string, string>, feel: (text: string) => string): Entry {
  const key = names.get(entry.key) ?? entry.key;
  if (!isElement(entry)) return { ...expressionsOf(entry as Field, feel), key };
  const own = (keys: string[] = []) => keys.flatMap((each) => names.get(each) ?? []);
  const element: LayoutElement = { ...entry, key };
  if (entry.fields) element.fields = own(entry.fields);
  if (entry.tabs) element.tabs = entry.tabs.map((tab) => ({ ...tab, fields: own(tab.fields) }));
  return element;
}
