import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { choice: '单选' }, problem: { code: { 'field_option-unknown': '请选择列表中的选项。' } } },
  en: { fieldType: { choice: 'Choice' }, problem: { code: { 'field_option-unknown': 'Choose one of the options.' } } },
};
