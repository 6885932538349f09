import type { Person } from '../../api';

/** What somebody types: the text, and the members he chose on the way, some of whom he may have deleted again. */
export interface Draft {
  text: string;
  chosen: Person[];
}

/** Typing and choosing come one upon the other: each says what it makes of what stands there. */
export type ChangeDraft = (change: (before: Draft) => Draft) => void;

export const NOTHING: Draft = { text: '', chosen: [] };

const mark = (person: Person) => `@${person.name}`;

/** Ids of the members whose mention still stands in the text. */
export function mentioned({ text, chosen }: Draft): string[] {
  return [...new Set(chosen.filter((person) => text.includes(mark(person))).map((person) => person.id))];
}

export interface Piece {
  text: string;
  mention: boolean;
}

/** The text cut where members are mentioned; of two names that begin alike the longer one is meant. */
export function pieces(text: string, mentions: Person[]): Piece[] {
  const marks = [...mentions].sort((left, right) => right.name.length - left.name.length).map(mark);
  const cut: Piece[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const found = marks.find((each) => text.startsWith(each, at));
    if (found) {
      if (plain) cut.push({ text: plain, mention: false });
      cut.push({ text: found, mention: true });
      plain = '';
      at += found.length;
    } else {
      plain += text.charAt(at);
      at += 1;
    }
  }
  if (plain) cut.push({ text: plain, mention: false });
  return cut;
}
