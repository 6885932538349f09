import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { phone: '手机' },
    problem: {
      code: {
        'field_phone-invalid': '手机号格式不正确。',
        'field_phone-invalid_COUNTRY': '目前只支持中国大陆手机号（+86）。',
        'field_phone-invalid_CHARSET': '手机号只能包含数字。',
        'field_phone-invalid_LENGTH': '手机号应为 11 位。',
        'field_phone-invalid_PREFIX': '手机号应以 13–19 开头。',
      },
    },
  },
  en: {
    fieldType: { phone: 'Mobile' },
    problem: {
      code: {
        'field_phone-invalid': 'Not a mobile number.',
        'field_phone-invalid_COUNTRY': 'Only mainland China numbers (+86) for now.',
        'field_phone-invalid_CHARSET': 'A mobile number has digits only.',
        'field_phone-invalid_LENGTH': 'A mobile number has 11 digits.',
        'field_phone-invalid_PREFIX': 'A mobile number starts with 13–19.',
      },
    },
  },
};
