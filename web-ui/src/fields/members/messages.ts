import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { members: '多个成员' } },
  en: { fieldType: { members: 'Members' } },
};
