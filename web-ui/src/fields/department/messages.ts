import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { department: '部门' },
    problem: { code: { department_unknown: '没有这个部门。请重新选择。' } },
  },
  en: {
    fieldType: { department: 'Department' },
    problem: { code: { department_unknown: 'There is no such department. Choose again.' } },
  },
};
