import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { 'roll-up': '汇总' }, field: { rollUp: { later: '保存后自动汇总' } } },
  en: { fieldType: { 'roll-up': 'Roll-up' }, field: { rollUp: { later: 'Worked out when saved' } } },
};
