export { i18n, setupI18n, useText, useLocale, currentLocale, switchLocale, LOCALES } from './setup';
export type { Locale, Messages, MessageTree } from './setup';
export { local, type LocalText } from './local';
export * from './format';
