export {
  addMessages,
  currentLocale,
  gathered,
  i18n,
  LOCALES,
  setupI18n,
  switchLocale,
  useLocale,
  useText,
} from './setup';
export type { Locale, Messages, MessageTree } from './setup';
export { local, type LocalText } from './local';
export * from './format';
