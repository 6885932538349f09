import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { duration: '时长' },
    problem: { code: { 'field_duration-invalid': '不是有效的时长。' } },
    field: { duration: { day: '天', hour: '小时', minute: '分钟' } },
  },
  en: {
    fieldType: { duration: 'Duration' },
    problem: { code: { 'field_duration-invalid': 'Not a length of time.' } },
    field: { duration: { day: 'days', hour: 'hours', minute: 'minutes' } },
  },
};
