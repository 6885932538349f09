import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { 'id-card': '身份证号' },
    problem: {
      code: {
        'id-card_legacy15': '15 位身份证号已停用，请填写 18 位号码。',
        'id-card_length': '身份证号应为 18 位。',
        'id-card_charset': '身份证号只能是数字，最后一位可以是 X。',
        'id-card_region': '身份证号前两位不是有效的省份代码。',
        'id-card_date': '身份证号中的出生日期不存在。',
        'id-card_future': '身份证号中的出生日期晚于今天。',
        'id-card_checksum': '身份证号校验位不正确，请核对是否有误。',
      },
    },
  },
  en: {
    fieldType: { 'id-card': 'National ID' },
    problem: {
      code: {
        'id-card_legacy15': '15-digit numbers are withdrawn; enter the 18-digit number.',
        'id-card_length': 'A national ID has 18 characters.',
        'id-card_charset': 'A national ID has digits only; the last may be X.',
        'id-card_region': 'The first two digits are not a province code.',
        'id-card_date': 'The date of birth in this number does not exist.',
        'id-card_future': 'The date of birth in this number is in the future.',
        'id-card_checksum': 'The check character does not match; compare with the card.',
      },
    },
  },
};
