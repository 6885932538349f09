import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { number: '数字' },
    problem: {
      code: {
        'field_too-large': '数字过大。',
        field_scale: '最多 {{scale}} 位小数。',
        field_minimum: '不能小于 {{minimum}}。',
        field_maximum: '不能大于 {{maximum}}。',
      },
    },
  },
  en: {
    fieldType: { number: 'Number' },
    problem: {
      code: {
        'field_too-large': 'That number is too large.',
        field_scale: 'At most {{scale}} decimals.',
        field_minimum: 'Not less than {{minimum}}.',
        field_maximum: 'Not more than {{maximum}}.',
      },
    },
  },
};
