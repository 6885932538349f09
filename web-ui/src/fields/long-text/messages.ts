import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { 'long-text': '多行文本' } },
  en: { fieldType: { 'long-text': 'Long text' } },
};
