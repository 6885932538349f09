import type { Messages } from '../../i18n';

export const shareMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        share_draft: '草稿只有作者本人可见，提交后才能共享。',
        'share_record-trashed': '记录在回收站中，恢复后才能共享。',
        'share_limit-reached': '这条记录已共享给足够多的人，请先结束一个共享；需要更多人查看时，请调整权限组。',
        share_oneself: '不能共享给自己。请选择另一位同事。',
        'share_no-read': '这位同事的权限组不含查看这张表单的权限，共享后也看不到内容。请联系管理员调整权限组。',
        'share_until-past': '结束日期已过，请选择以后的日期。',
        'share_until-too-late': '最长可共享 {{maxDays}} 天，请选择更早的日期。',
      },
    },
    share: {
      go: '共享',
      dialog: '共享这条记录',
      gives: '对方只能查看：字段按对方自己的权限组显示，不能修改、导出、打印或再次共享。',
      with: '共享给',
      until: '截止日期',
      untilWhen: '到期',
      atMost: '最长 {{days}} 天，到期自动结束；每次共享都会写入审计日志。',
      nobody: '请选择一位同事。',
      present: '正在共享',
      by: '由 {{name}} 共享',
      none: '还没有共享给任何人',
      noneHint: '选择一位同事并点击“共享”，对方即可查看这条记录。',
      failed: '共享名单没有加载成功',
      retry: '重试',
      end: '结束共享',
      endOf: '结束共享：{{name}}',
      strip: '{{name}} 与你共享了这条记录，{{until}} 到期。你只能查看。',
      leave: '不再需要',
      quick: '与我共享',
      nothing: '没有与你共享的记录',
      nothingHint: '同事共享给你的这张表单的记录会出现在这里，到期自动移出。你的权限组能看到的其他记录不在其中。',
      showAll: '查看全部',
    },
  },
  en: {
    problem: {
      code: {
        share_draft: 'A draft is seen by its author alone. Submit it, then share it.',
        'share_record-trashed': 'The record is in the recycle bin. Restore it to share it.',
        'share_limit-reached':
          'The record is shared with as many people as it can be. End a share first; for more people, change the permission groups.',
        share_oneself: 'You cannot share with yourself. Choose a colleague.',
        'share_no-read':
          'The permission groups of this colleague do not include reading this form, so sharing would show nothing. Ask an administrator to change the groups.',
        'share_until-past': 'This day has passed. Choose a later one.',
        'share_until-too-late': 'A share lasts {{maxDays}} days at most. Choose an earlier day.',
      },
    },
    share: {
      go: 'Share',
      dialog: 'Share this record',
      gives:
        'They can only read it: fields as their own permission groups say; no changes, exports, prints or further sharing.',
      with: 'Share with',
      until: 'Until',
      untilWhen: 'ends',
      atMost: 'At most {{days}} days, then it ends by itself. Every share is in the audit log.',
      nobody: 'Choose a colleague.',
      present: 'Shared now',
      by: 'shared by {{name}}',
      none: 'Shared with nobody yet',
      noneHint: 'Choose a colleague and press Share; they can then read this record.',
      failed: 'The list of shares did not load',
      retry: 'Try again',
      end: 'End',
      endOf: 'End the share with {{name}}',
      strip: '{{name}} shares this record with you until {{until}}. You can only read it.',
      leave: 'I am done with it',
      quick: 'Shared with me',
      nothing: 'Nothing is shared with you',
      nothingHint:
        'Records of this form that a colleague shares with you appear here until the share ends. What your own groups let you see is not among them.',
      showAll: 'Show all',
    },
  },
};
