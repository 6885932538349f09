import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { 'date-time': '日期时间' },
    problem: { code: { 'field_date-time-invalid': '不是有效的日期时间。' } },
  },
  en: {
    fieldType: { 'date-time': 'Date and time' },
    problem: { code: { 'field_date-time-invalid': 'Not a point in time.' } },
  },
};
