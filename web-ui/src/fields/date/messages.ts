import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { date: '日期' }, problem: { code: { 'field_date-invalid': '请输入有效的日期。' } } },
  en: { fieldType: { date: 'Date' }, problem: { code: { 'field_date-invalid': 'Enter a valid date.' } } },
};
