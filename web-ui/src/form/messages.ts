import type { Messages } from '../i18n';

export const formMessages: Messages = {
  'zh-CN': {
    problem: {
      code: { 'form_row-too-wide': '字段太多，全部填写时一条记录放不下。请把一部分字段放进子表单。' },
    },
    form: {
      meanwhile: '他人刚保存的值：',
      gone: '这个字段后来删除了，值不再显示',
      duplicate: {
        of: '此{{field}}已是 {{owner}} 的{{form}}。',
        unseen: '此{{field}}在{{form}}中已有记录，不在你的可见范围内。',
        seen: '此{{field}}已有{{form}}：',
        comma: '、',
        untitled: '未命名的记录',
        more: '还有更多。',
      },
    },
  },
  en: {
    problem: {
      code: {
        'form_row-too-wide':
          'Too many fields: a record with all of them filled would not fit. Move some into a subform.',
      },
    },
    form: {
      meanwhile: 'Saved meanwhile by someone else:',
      gone: 'Removed from the form since; the value is not shown',
      duplicate: {
        of: 'This {{field}} is already a {{form}} of {{owner}}.',
        unseen: 'This {{field}} is already in {{form}}, in a record out of your sight.',
        seen: 'This {{field}} is already a {{form}}:',
        comma: ', ',
        untitled: 'a record without a name',
        more: 'There are more.',
      },
    },
  },
};
