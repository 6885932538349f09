import type { Messages } from '../../i18n';

export const tableMessages: Messages = {
  'zh-CN': {
    table: {
      goTo: '转到…',
      goToHint: '按现在的排序，从这个值开始显示。',
      go: '转到',
      from: '从{{field}}',
      fromHint: '前面的记录没有显示',
      toStart: '从头开始',
      nothingBehind: '从这里起没有记录。',
      retry: '重试',
    },
    problem: { code: { query_from: '不能从这个值开始。' } },
  },
  en: {
    table: {
      goTo: 'Go to…',
      goToHint: 'Shows the list from this value on, in the present order.',
      go: 'Go',
      from: 'From {{field}}',
      fromHint: 'records before it are not shown',
      toStart: 'From the start',
      nothingBehind: 'There are no records from here on.',
      retry: 'Try again',
    },
    problem: { code: { query_from: 'The list cannot begin at this value.' } },
  },
};
