import type { Person, StoredFile } from '../api';

/** What somebody types: the text, the members he chose on the way, some of whom he may have deleted again, and files. */
export interface Draft {
  text: string;
  chosen: Person[];
  files: StoredFile[];
}

/** Typing and choosing come one upon the other: each says what it makes of what stands there. */
export type ChangeDraft = (change: (before: Draft) => Draft) => void;

export const NOTHING: Draft = { text: '', chosen: [], files: [] };

/** What begins a mention; the second is the first as input methods for Chinese write it at full width. */
export const SIGNS = ['@', '＠'];

const LATIN = /[\p{Script=Latin}\p{Nd}_]/u;

/**
 * Ids of those mentioned: members who were chosen and still stand in the text, and members whose name was typed in full. Chinese is
 * written without blanks, so a mention may touch the words around it (`请@王芳看一下`); Latin letters may not (`info@sam.com`). A typed name
 * that several members have mentions nobody.
 */
export function mentioned({ text, chosen }: Pick<Draft, 'text' | 'chosen'>, members: Person[]): string[] {
  const typed = members.filter(
    ({ id, name }) => name !== '' && !members.some((other) => other.id !== id && other.name === name),
  );
  const ids = new Set<string>();
  for (let at = 0; at < text.length; at += 1) {
    if (!SIGNS.includes(text.charAt(at))) continue;
    const stands = (person: Person) => text.startsWith(person.name, at + 1);
    const found = longest([
      ...chosen.filter(stands),
      ...typed.filter((person) => stands(person) && isFree(text, at, at + 1 + person.name.length)),
    ]);
    for (const { id } of chosen.filter((person) => person.name === found?.name)) ids.add(id);
    if (found && !chosen.some(({ name }) => name === found.name)) ids.add(found.id);
  }
  return [...ids];
}

/** Whether a mention from one place to another is a word of its own. */
function isFree(text: string, from: number, to: number): boolean {
  const joins = (outside: string, inside: string) => LATIN.test(outside) && LATIN.test(inside);
  return !LATIN.test(text.charAt(from - 1)) && !joins(text.charAt(to), text.charAt(to - 1));
}

/** Of names that begin alike the longer one is meant. */
function longest<T extends { name: string }>(people: T[]): T | undefined {
  return people.reduce<T | undefined>(
    (best, one) => (best && best.name.length >= one.name.length ? best : one),
    undefined,
  );
}

export interface Piece {
  text: string;
  mention: boolean;
}

/** The text cut where members are mentioned. */
export function pieces(text: string, mentions: Person[]): Piece[] {
  const cut: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const found = SIGNS.includes(text.charAt(at))
      ? longest(mentions.filter(({ name }) => text.startsWith(name, at + 1)))
      : undefined;
    if (found) {
      if (plain) cut.push({ text: plain, mention: false });
      const end = at + 1 + found.name.length;
      cut.push({ text: text.slice(at, end), mention: true });
      plain = '';
      at = end;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  if (plain) cut.push({ text: plain, mention: false });
  return cut;
}
