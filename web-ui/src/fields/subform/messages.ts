import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { subform: '子表单' },
    field: {
      subform: {
        count: '{{count}} 行',
        add: '添加一行',
        remove: '删除第 {{row}} 行',
        actions: '操作',
        cell: '第 {{row}} 行 {{column}}',
      },
    },
  },
  en: {
    fieldType: { subform: 'Subform' },
    field: {
      subform: {
        count_one: '{{count}} row',
        count_other: '{{count}} rows',
        add: 'Add a row',
        remove: 'Remove row {{row}}',
        actions: 'Actions',
        cell: '{{column}}, row {{row}}',
      },
    },
  },
};
