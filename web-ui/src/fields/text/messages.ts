import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { text: '文本' }, problem: { code: { 'text_too-long': '最多 {{max}} 个字。' } } },
  en: { fieldType: { text: 'Text' }, problem: { code: { 'text_too-long': 'At most {{max}} characters.' } } },
};
