import type { Messages } from '../../i18n';

export const calendarMessages: Messages = {
  'zh-CN': {
    calendar: {
      grid: '月历',
      today: '今天',
      previous: '上个月',
      next: '下个月',
      day_other: '{{day}}，{{count}} 条记录',
      day_one: '{{day}}，{{count}} 条记录',
      more_other: '还有 {{count}} 条',
      more_one: '还有 {{count}} 条',
      since: '从之前持续',
      none: '这个月没有记录。',
      noneOnDay: '这一天没有记录。',
      rest_other: '已显示 {{count}} 条，还有更多',
      rest_one: '已显示 {{count}} 条，还有更多',
      loadMore: '加载更多',
      noField: '日历所用的日期字段不可用',
    },
  },
  en: {
    calendar: {
      grid: 'Month',
      today: 'Today',
      previous: 'Previous month',
      next: 'Next month',
      day_other: '{{day}}, {{count}} records',
      day_one: '{{day}}, {{count}} record',
      more_other: '{{count}} more',
      more_one: '{{count}} more',
      since: 'continued',
      none: 'No records in this month.',
      noneOnDay: 'No records on this day.',
      rest_other: '{{count}} shown, there are more',
      rest_one: '{{count}} shown, there are more',
      loadMore: 'Load more',
      noField: 'The calendar’s date field cannot be used',
    },
  },
};
