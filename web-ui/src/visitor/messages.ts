import type { Messages } from '../i18n';

/** The page of a public form. */
export const visitorMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        'public_form-changed': '表单刚刚更新过，请再看一遍后提交。',
        'public_challenge-failed': '验证未通过或已过期，请重试。',
        'public_too-many': '提交过于频繁，请稍后再试。',
        'public_not-open': '已发布的版本没有开放公开填写，请先开放并发布。',
        'public_notice-unread': '请先阅读并勾选告知。',
      },
    },
    visit: {
      closed: '这张表单没有开放',
      closedHint: '链接可能已更换、过期或停用。请向发给你链接的人索取新的链接。',
      gone: '没有提交：这张表单的链接已更换、过期或停用。请向发给你链接的人索取新的链接；你填写的内容还在此页。',
      failed: '表单没有打开',
      thanks: '已收到，谢谢！',
      thanksHint: '现在可以关闭此页面。',
      foot: '仅获授权的人可见，个人信息加密保存。',
      notice: '告知',
      noticed: '我已阅读并知晓以上内容',
      unread: '请先阅读并勾选。',
      send: '提交',
      fix_other: '有 {{count}} 处需要更正',
      tooMany_other: '提交过于频繁，请 {{count}} 分钟后再试。',
    },
  },
  en: {
    problem: {
      code: {
        'public_form-changed': 'The form was changed since you opened it. Look at it again, then send it.',
        'public_challenge-failed': 'The check failed or is too old. Try again.',
        'public_too-many': 'Too much was sent from here. Try again later.',
        'public_not-open': 'The published version lets no visitors in. Open the form and publish first.',
        'public_notice-unread': 'Read the notice first, and tick the box.',
      },
    },
    visit: {
      closed: 'This form is not open',
      closedHint:
        'The link may have been replaced, have expired or been switched off. Ask whoever sent it for a new one.',
      gone: 'Not sent: the link of this form was replaced, has expired or was switched off. Ask whoever sent it for a new one; what you typed is still on this page.',
      failed: 'The form did not open',
      thanks: 'Received, thank you!',
      thanksHint: 'You can close this page now.',
      foot: 'Seen only by people who are allowed to. Personal data is stored encrypted.',
      notice: 'Notice',
      noticed: 'I have read and understood this',
      unread: 'Read it first, and tick the box.',
      send: 'Send',
      fix_one: '{{count}} place needs correcting',
      fix_other: '{{count}} places need correcting',
      tooMany_one: 'Too much was sent from here. Try again in {{count}} minute.',
      tooMany_other: 'Too much was sent from here. Try again in {{count}} minutes.',
    },
  },
};
