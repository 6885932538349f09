import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { signature: '签名' },
    problem: { code: { 'field_signature-invalid': '签名无效，请重新手写，或输入姓名。' } },
    field: {
      signature: {
        pad: '在此手写签名；也可在下方输入姓名',
        drawn: '手写签名',
        type: '或输入姓名作为签名',
        again: '重写',
      },
    },
  },
  en: {
    fieldType: { signature: 'Signature' },
    problem: { code: { 'field_signature-invalid': 'No valid signature. Draw it again, or type your name.' } },
    field: {
      signature: {
        pad: 'Sign here by hand, or type your name below',
        drawn: 'Signature drawn by hand',
        type: 'Or type your name',
        again: 'Draw again',
      },
    },
  },
};
