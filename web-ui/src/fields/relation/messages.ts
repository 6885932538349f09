import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { relation: '关联记录' },
    field: { relation: { untitled: '未命名', searching: '正在查找…', none: '没有匹配的记录' } },
  },
  en: {
    fieldType: { relation: 'Relation' },
    field: { relation: { untitled: 'Untitled', searching: 'Searching…', none: 'No record matches' } },
  },
};
