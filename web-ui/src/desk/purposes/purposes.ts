import type { Purpose } from '../../api';
import type { LocalText } from '../../i18n';

export const MOST = 100;

/** A purpose while it is edited: `key` is none until it is saved for the first time. */
export interface Line {
  id: string;
  key: string | undefined;
  zh: string;
  en: string;
  /** What else the title says, in languages that this page does not show. */
  others: Record<string, string>;
}

export function toLines(purposes: Purpose[]): Line[] {
  return purposes.map(({ key, title }) => {
    const texts: LocalText = title as LocalText;
    if (typeof texts === 'string') return { id: key, key, zh: texts, en: texts, others: {} };
    const { 'zh-CN': zh = '', en = '', ...others } = texts as Record<string, string>;
    return { id: key, key, zh, en, others };
  });
}

/** As the server takes them; a new one gets a key from its English title, which is stable from then on. */
export function toPurposes(lines: Line[]): Purpose[] {
  const taken = new Set(lines.flatMap(({ key }) => (key ? [key] : [])));
  return lines.map(({ key, zh, en, others }) => {
    const made = key ?? freeKey(en, taken);
    taken.add(made);
    const title = Object.fromEntries(
      Object.entries({ ...others, 'zh-CN': zh.trim(), en: en.trim() }).filter(([, text]) => text !== ''),
    );
    return { key: made, title };
  });
}

function freeKey(title: string, taken: Set<string>): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 32)
    .replace(/-+$/, '');
  const stem = words || 'purpose';
  if (words && !taken.has(words)) return words;
  for (let number = words ? 2 : 1; ; number += 1) if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** Whether a line has a title in some language. */
export const named = ({ zh, en, others }: Line) =>
  [zh, en, ...Object.values(others)].some((text) => text.trim() !== '');

export function sameLines(one: Line[], other: Line[]): boolean {
  return JSON.stringify(toPurposes(one)) === JSON.stringify(toPurposes(other));
}
