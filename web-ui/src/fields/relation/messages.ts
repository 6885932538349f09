import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { relation: '关联记录' },
    problem: { code: { relation_unknown: '关联的记录不存在，或你无权查看。请重新选择。' } },
    field: { relation: { untitled: '未命名', searching: '正在查找…', none: '没有匹配的记录' } },
  },
  en: {
    fieldType: { relation: 'Relation' },
    problem: { code: { relation_unknown: 'There is no such record, or you may not see it. Choose again.' } },
    field: { relation: { untitled: 'Untitled', searching: 'Searching…', none: 'No record matches' } },
  },
};
