import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { cascade: '级联选择' } },
  en: { fieldType: { cascade: 'Cascade' } },
};
