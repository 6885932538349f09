import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { formula: '公式' } },
  en: { fieldType: { formula: 'Formula' } },
};
