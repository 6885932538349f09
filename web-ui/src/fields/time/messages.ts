import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { time: '时间' }, problem: { code: { 'field_time-invalid': '时间应为 时:分。' } } },
  en: { fieldType: { time: 'Time' }, problem: { code: { 'field_time-invalid': 'A time is written as hh:mm.' } } },
};
