import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { member: '成员' }, problem: { code: { member_unknown: '没有这个成员。请重新选择。' } } },
  en: {
    fieldType: { member: 'Member' },
    problem: { code: { member_unknown: 'There is no such member. Choose again.' } },
  },
};
