import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { address: '地址' } },
  en: { fieldType: { address: 'Address' } },
};
