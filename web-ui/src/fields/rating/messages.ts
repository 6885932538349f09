import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { rating: '评分' } },
  en: { fieldType: { rating: 'Rating' } },
};
