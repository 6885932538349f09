import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { url: '链接' },
    problem: { code: { 'field_url-invalid': '请填写以 http:// 或 https:// 开头的网址。' } },
  },
  en: {
    fieldType: { url: 'Link' },
    problem: { code: { 'field_url-invalid': 'A web address starts with http:// or https://.' } },
  },
};
