import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { member: '成员' } },
  en: { fieldType: { member: 'Member' } },
};
