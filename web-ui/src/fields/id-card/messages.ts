import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { 'id-card': '身份证号' },
    problem: {
      code: {
        'field_id-card-invalid': '身份证号格式不正确。',
        'field_id-card-invalid_LEGACY15': '15 位身份证号已停用，请填写 18 位号码。',
        'field_id-card-invalid_LENGTH': '身份证号应为 18 位。',
        'field_id-card-invalid_CHARSET': '身份证号只能是数字，最后一位可以是 X。',
        'field_id-card-invalid_REGION': '身份证号前两位不是有效的省份代码。',
        'field_id-card-invalid_DATE': '身份证号中的出生日期不存在。',
        'field_id-card-invalid_FUTURE': '身份证号中的出生日期晚于今天。',
        'field_id-card-invalid_CHECKSUM': '身份证号校验位不正确，请核对是否有误。',
      },
    },
  },
  en: {
    fieldType: { 'id-card': 'National ID' },
    problem: {
      code: {
        'field_id-card-invalid': 'Not a national ID number.',
        'field_id-card-invalid_LEGACY15': '15-digit numbers are withdrawn; enter the 18-digit number.',
        'field_id-card-invalid_LENGTH': 'A national ID has 18 characters.',
        'field_id-card-invalid_CHARSET': 'A national ID has digits only; the last may be X.',
        'field_id-card-invalid_REGION': 'The first two digits are not a province code.',
        'field_id-card-invalid_DATE': 'The date of birth in this number does not exist.',
        'field_id-card-invalid_FUTURE': 'The date of birth in this number is in the future.',
        'field_id-card-invalid_CHECKSUM': 'The check character does not match; compare with the card.',
      },
    },
  },
};
