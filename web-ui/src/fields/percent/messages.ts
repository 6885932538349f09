import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { percent: '百分比' } },
  en: { fieldType: { percent: 'Percent' } },
};
