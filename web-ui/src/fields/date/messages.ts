import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { date: '日期' }, problem: { code: { date_format: '请输入有效的日期。' } } },
  en: { fieldType: { date: 'Date' }, problem: { code: { date_format: 'Enter a valid date.' } } },
};
