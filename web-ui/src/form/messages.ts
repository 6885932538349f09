import type { Messages } from '../i18n';

export const formMessages: Messages = {
  'zh-CN': { form: { meanwhile: '他人刚保存的值：' } },
  en: { form: { meanwhile: 'Saved meanwhile by someone else:' } },
};
