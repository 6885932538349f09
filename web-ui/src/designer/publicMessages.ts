import type { Messages } from '../i18n';

/** What a form's designer sets up for people who do not sign in. */
export const designerPublicMessages: Messages = {
  'zh-CN': {
    designer: {
      public: {
        head: '公开填写',
        enabled: '任何有链接的人都可以填写',
        enabledHint: '不登录即可提交，但看不到任何已有内容。发布后生效，取消勾选并发布即关闭。',
        fields: '填写哪些字段',
        fieldsHint: '按所选顺序排列；其余字段不会透露。',
        notice: '告知内容',
        noticeHint: '写明谁在收集、用于什么、保存多久、如何撤回。收集个人信息时必填；访客须自行勾选已读。',
        title: '页面标题（默认为表单名称）',
        description: '页面说明',
        thanks: '提交后的致谢',
        captcha: '防机器提交',
        captchaHint: '访客的浏览器在后台完成一次计算，无需任何第三方。',
        link: '链接',
        copy: '复制链接',
        copied: '已复制',
        code: '链接的二维码',
        make: '生成链接',
        made: '新链接已生效',
        since: '生成于',
        renew: '更换',
        keep: '保留',
        renewTitle: '更换链接？',
        renewHint: '旧链接立即失效，已提交的内容不受影响。',
        publishFirst: '发布后即可生成链接。',
        stillOpen: '已发布的版本仍在开放；发布当前草稿后关闭。',
      },
    },
  },
  en: {
    designer: {
      public: {
        head: 'Public form',
        enabled: 'Anybody who has the link can fill it in',
        enabledHint:
          'Without signing in, and without seeing anything. Publishing opens it; untick and publish to close it.',
        fields: 'Fields to fill in',
        fieldsHint: 'In the order chosen; of the others nothing is told.',
        notice: 'Notice',
        noticeHint:
          'Who asks, what for, how long it is kept, how to take it back. Needed for anything personal; visitors tick that they have read it.',
        title: 'Title of the page (the form’s own by default)',
        description: 'Text above the fields',
        thanks: 'Thanks once it is sent',
        captcha: 'Keep machines out',
        captchaHint: 'The visitor’s browser works for a moment in the background; nobody else is asked.',
        link: 'Link',
        copy: 'Copy the link',
        copied: 'Copied',
        code: 'Code of the link to be scanned',
        make: 'Make the link',
        made: 'The new link works',
        since: 'Made',
        renew: 'Replace',
        keep: 'Keep',
        renewTitle: 'Replace the link?',
        renewHint: 'The old one stops working at once. What was sent stays.',
        publishFirst: 'There is a link once it is published.',
        stillOpen: 'The published version is still open; publishing this draft closes it.',
      },
    },
  },
};
