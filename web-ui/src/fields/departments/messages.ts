import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { departments: '多个部门' } },
  en: { fieldType: { departments: 'Departments' } },
};
