import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { phone: '手机' },
    problem: {
      code: {
        phone_country: '目前只支持中国大陆手机号（+86）。',
        phone_charset: '手机号只能包含数字。',
        phone_length: '手机号应为 11 位。',
        phone_prefix: '手机号应以 13–19 开头。',
      },
    },
  },
  en: {
    fieldType: { phone: 'Mobile' },
    problem: {
      code: {
        phone_country: 'Only mainland China numbers (+86) for now.',
        phone_charset: 'A mobile number has digits only.',
        phone_length: 'A mobile number has 11 digits.',
        phone_prefix: 'A mobile number starts with 13–19.',
      },
    },
  },
};
