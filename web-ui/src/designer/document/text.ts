import type { Locale, LocalText } from '../../i18n';

/** A text with the words of one language replaced; none left: undefined. */
export function withText(text: LocalText | undefined, locale: Locale, words: string): LocalText | undefined {
  const before: Partial<Record<string, string>> = typeof text === 'string' ? { 'zh-CN': text } : { ...text };
  const next = Object.fromEntries(Object.entries({ ...before, [locale]: words }).filter(([, each]) => each !== ''));
  return Object.keys(next).length > 0 ? next : undefined;
}

/** The words of one language alone. */
export function wordsIn(text: LocalText | undefined, locale: Locale): string {
  if (typeof text === 'string') return locale === 'zh-CN' ? text : '';
  return text?.[locale] ?? '';
}
