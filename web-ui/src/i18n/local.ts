import { currentLocale, type Locale } from './setup';

/** A title in a definition: one string, or one per language. */
export type LocalText = string | Partial<Record<string, string>>;

/** The text in the reader's language, else in Chinese, else whatever there is, else the fallback. */
export function local(text: LocalText | undefined | null, fallback = '', locale: Locale = currentLocale()): string {
  if (text === undefined || text === null) return fallback;
  if (typeof text === 'string') return text || fallback;
  return text[locale] ?? text['zh-CN'] ?? text['en'] ?? Object.values(text)[0] ?? fallback;
}
