import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { email: '邮箱' },
    problem: { code: { 'field_email-invalid': '邮箱格式不正确，例如 name@example.com。' } },
  },
  en: {
    fieldType: { email: 'E-mail' },
    problem: { code: { 'field_email-invalid': 'Not an e-mail address, e.g. name@example.com.' } },
  },
};
