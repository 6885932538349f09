import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { plate: '车牌号' },
    problem: {
      code: {
        'field_plate-invalid': '车牌号不正确。',
        'field_plate-invalid_LENGTH': '车牌号应为 7 位，新能源 8 位。',
        'field_plate-invalid_REGION': '车牌号应以省份简称开头。',
        'field_plate-invalid_CHARSET': '车牌号含有不使用的字符。',
      },
    },
  },
  en: {
    fieldType: { plate: 'Number plate' },
    problem: {
      code: {
        'field_plate-invalid': 'Not a number plate.',
        'field_plate-invalid_LENGTH': 'A plate has 7 characters, 8 for new energy.',
        'field_plate-invalid_REGION': 'A plate starts with the sign of a province.',
        'field_plate-invalid_CHARSET': 'The plate has a character that is not in use.',
      },
    },
  },
};
