import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { number: '数字' },
    problem: {
      code: {
        number_format: '请输入数字。',
        number_scale: '最多 {{scale}} 位小数。',
        number_minimum: '不能小于 {{minimum}}。',
        number_maximum: '不能大于 {{maximum}}。',
      },
    },
  },
  en: {
    fieldType: { number: 'Number' },
    problem: {
      code: {
        number_format: 'Enter a number.',
        number_scale: 'At most {{scale}} decimals.',
        number_minimum: 'Not less than {{minimum}}.',
        number_maximum: 'Not more than {{maximum}}.',
      },
    },
  },
};
