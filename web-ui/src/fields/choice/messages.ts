import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { choice: '单选' }, problem: { code: { 'choice_unknown-option': '请选择列表中的选项。' } } },
  en: { fieldType: { choice: 'Choice' }, problem: { code: { 'choice_unknown-option': 'Choose one of the options.' } } },
};
