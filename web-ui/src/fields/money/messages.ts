import type { Messages } from '../../i18n';

export const messages: Messages = { 'zh-CN': { fieldType: { money: '金额' } }, en: { fieldType: { money: 'Money' } } };
