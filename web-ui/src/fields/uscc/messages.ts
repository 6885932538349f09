import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { uscc: '统一社会信用代码' },
    problem: {
      code: {
        'field_uscc-invalid': '统一社会信用代码不正确。',
        'field_uscc-invalid_LENGTH': '统一社会信用代码应为 18 位。',
        'field_uscc-invalid_CHARSET': '统一社会信用代码不使用字母 I、O、S、V、Z。',
        'field_uscc-invalid_REGION': '第 3–8 位应为行政区划数字。',
        'field_uscc-invalid_CHECKSUM': '校验位不符，请核对。',
      },
    },
  },
  en: {
    fieldType: { uscc: 'Credit code' },
    problem: {
      code: {
        'field_uscc-invalid': 'Not a unified social credit code.',
        'field_uscc-invalid_LENGTH': 'A credit code has 18 characters.',
        'field_uscc-invalid_CHARSET': 'A credit code has no letters I, O, S, V or Z.',
        'field_uscc-invalid_REGION': 'Characters 3 to 8 are the digits of a division.',
        'field_uscc-invalid_CHECKSUM': 'The check character does not fit; compare again.',
      },
    },
  },
};
