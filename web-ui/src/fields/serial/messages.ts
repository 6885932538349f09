import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { serial: '流水号' }, field: { serial: { later: '保存后自动生成' } } },
  en: { fieldType: { serial: 'Serial number' }, field: { serial: { later: 'Given when saved' } } },
};
