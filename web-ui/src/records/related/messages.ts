import type { Messages } from '../../i18n';

export const relatedMessages: Messages = {
  'zh-CN': {
    related: {
      title: '相关记录',
      failed: '相关记录没有加载成功',
      byField: '{{form}} · {{field}}',
      atLeast: '{{value}}+',
      count_other: '{{count}} 条',
      count_one: '{{count}} 条',
      countMore: '超过 {{value}} 条',
      new: '新建{{form}}',
      all: '在列表中查看',
      none: '还没有相关的{{form}}',
      noneHint: '新建的记录会自动关联到这里。',
      noneHintReader: '有你可见的记录时会出现在这里。',
    },
  },
  en: {
    related: {
      title: 'Related records',
      failed: 'The related records could not be loaded',
      byField: '{{form}} · {{field}}',
      atLeast: '{{value}}+',
      count_other: '{{count}} records',
      count_one: '{{count}} record',
      countMore: 'more than {{value}} records',
      new: 'New {{form}}',
      all: 'Open as a list',
      none: 'Nothing in {{form}} points here yet',
      noneHint: 'A record made here points at this one from the start.',
      noneHintReader: 'Records that you may see will appear here.',
    },
  },
};
