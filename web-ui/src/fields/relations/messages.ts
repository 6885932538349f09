import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { relations: '多条关联' } },
  en: { fieldType: { relations: 'Relations' } },
};
