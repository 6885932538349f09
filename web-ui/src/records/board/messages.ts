import type { Messages } from '../../i18n';

export const boardMessages: Messages = {
  'zh-CN': {
    board: {
      empty: '未填写',
      none: '没有记录',
      count_other: '共 {{count}} 条',
      count_one: '共 {{count}} 条',
      more: '加载更多',
      retry: '重试',
      move: '移动 {{name}}',
      moveTo: '移到',
      moved: '已移到“{{column}}”。',
      undo: '撤销',
      putBack: '卡片已放回原处。',
      lostRace: '他人刚修改过这条记录，卡片已放回原处，内容已刷新。',
      noField: '看板分列所用的字段不可用',
      noFieldHint: '它已不存在，或你无权知晓。',
    },
  },
  en: {
    board: {
      empty: 'Empty',
      none: 'No records',
      count_other: '{{count}} records',
      count_one: '{{count}} record',
      more: 'Load more',
      retry: 'Try again',
      move: 'Move {{name}}',
      moveTo: 'Move to',
      moved: 'Moved to “{{column}}”.',
      undo: 'Undo',
      putBack: 'The card is back where it was.',
      lostRace: 'Somebody has just changed this record; the card is back where it was, and up to date.',
      noField: 'The field of the board’s columns cannot be used',
      noFieldHint: 'It is gone, or not yours to know.',
    },
  },
};
