import type { Messages } from '../i18n';

export const askMessages: Messages = {
  'zh-CN': {
    ask: {
      who: '可以为你开通的人：',
      someAdmin: '企业管理员',
      copy: '复制申请',
      copied: '申请已复制，发给上面任意一位即可。',
      request: '你好，我想{{wish}}，需要你开通权限：{{address}}',
      toOpen: '打开这个页面',
      toReveal: '查看“{{field}}”的明文',
      notAsAnother: '以他人身份查看时，这里不显示',
      notAsAnotherHint: '以他人身份只看表单和记录，这里没有出错。用顶部的按钮退出后即可看到。',
    },
  },
  en: {
    ask: {
      who: 'Who can grant it:',
      someAdmin: 'Your company’s administrator',
      copy: 'Copy a request',
      copied: 'Copied; send it to any of them.',
      request: 'Hello, I would like to {{wish}} and need you to grant it: {{address}}',
      toOpen: 'open this page',
      toReveal: 'see the clear value of “{{field}}”',
      notAsAnother: 'Not shown while looking as somebody else',
      notAsAnotherHint:
        'With the eyes of another only forms and records are shown; nothing is wrong. Leave at the top to see it.',
    },
  },
};
