import type { Messages } from '../i18n';

export const talkMessages: Messages = {
  'zh-CN': {
    talk: {
      attach: '添加附件',
      files: '附件',
      atStep: '于“{{step}}”',
      alone: '只发表评论',
      said: '评论已发表',
      title: '评论',
      write: '写评论',
    },
  },
  en: {
    talk: {
      attach: 'Attach files',
      files: 'Files',
      atStep: 'at “{{step}}”',
      alone: 'Comment only',
      said: 'The comment is there',
      title: 'Comments',
      write: 'Write a comment',
    },
  },
};
