import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { 'multi-choice': '多选' } },
  en: { fieldType: { 'multi-choice': 'Multiple choice' } },
};
