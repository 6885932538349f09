import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export type MessageTree = { [key: string]: string | MessageTree };
/** A feature's words: the same tree of keys in every language. */
export type Messages = Record<Locale, MessageTree>;

const STORED = 'jianmi.locale';

export const i18n = i18next;

/** Starts i18next with the given messages; zh-CN is the first language, English complete. */
export function setupI18n(messages: Messages, locale: Locale = storedLocale()): void {
  void i18next.init({
    lng: locale,
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
    initAsync: false,
    resources: {
      'zh-CN': { translation: messages['zh-CN'] },
      en: { translation: messages.en },
    },
  });
  document.documentElement.lang = locale;
}

/** Adds words to those there are: those of a page that is opened. */
export function addMessages(messages: Messages): void {
  for (const locale of LOCALES) i18next.addResourceBundle(locale, 'translation', messages[locale], true, true);
}

/** One tree per language of the words of many. */
export function gathered(parts: Messages[]): Messages {
  const of = (locale: Locale) => parts.reduce<MessageTree>((all, part) => merged(all, part[locale]), {});
  return { 'zh-CN': of('zh-CN'), en: of('en') };
}

function merged(left: MessageTree, right: MessageTree): MessageTree {
  const result = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const present = result[key];
    result[key] = typeof present === 'object' && typeof value === 'object' ? merged(present, value) : value;
  }
  return result;
}

/** Words in the language of the page. Asked some thousand times on a large page, so there is one function for all who ask. */
export function useText(): TFunction {
  return wordsIn(useLocale());
}

/** Whoever asks is drawn again when people choose another language. */
export function useLocale(): Locale {
  return useSyncExternalStore(heard, currentLocale);
}

function heard(notice: () => void): () => void {
  i18next.on('languageChanged', notice);
  return () => i18next.off('languageChanged', notice);
}

let words: { locale: Locale; t: TFunction } | undefined;

function wordsIn(locale: Locale): TFunction {
  if (words?.locale !== locale) words = { locale, t: i18next.getFixedT(locale) };
  return words.t;
}

export function currentLocale(): Locale {
  return asLocale(i18next.language);
}

export function switchLocale(locale: Locale): void {
  localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  void i18next.changeLanguage(locale);
}

function storedLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  return stored ? asLocale(stored) : asLocale(navigator.language);
}

function asLocale(language: string | undefined): Locale {
  return language?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
