import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { 'look-up': '关联取值' }, field: { lookUp: { later: '选择关联记录并保存后显示' } } },
  en: { fieldType: { 'look-up': 'Look-up' }, field: { lookUp: { later: 'Shown once a record is chosen and saved' } } },
};
