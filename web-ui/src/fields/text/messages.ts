import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { text: '文本' }, problem: { code: { 'field_too-long': '最多 {{maxLength}} 个字。' } } },
  en: { fieldType: { text: 'Text' }, problem: { code: { 'field_too-long': 'At most {{maxLength}} characters.' } } },
};
