import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { department: '部门' } },
  en: { fieldType: { department: 'Department' } },
};
