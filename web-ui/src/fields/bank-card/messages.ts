import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { 'bank-card': '银行卡' },
    problem: {
      code: {
        'field_bank-card-invalid': '银行卡号不正确。',
        'field_bank-card-invalid_CHARSET': '银行卡号只能包含数字。',
        'field_bank-card-invalid_LENGTH': '银行卡号应为 12–19 位。',
        'field_bank-card-invalid_REPEATED': '银行卡号不能全是同一数字。',
        'field_bank-card-invalid_CHECKSUM': '银行卡号校验位不符，请核对。',
      },
    },
  },
  en: {
    fieldType: { 'bank-card': 'Bank card' },
    problem: {
      code: {
        'field_bank-card-invalid': 'Not a bank card number.',
        'field_bank-card-invalid_CHARSET': 'A card number has digits only.',
        'field_bank-card-invalid_LENGTH': 'A card number has 12 to 19 digits.',
        'field_bank-card-invalid_REPEATED': 'A card number is not one digit all through.',
        'field_bank-card-invalid_CHECKSUM': 'The check digit does not fit; compare with the card.',
      },
    },
  },
};
