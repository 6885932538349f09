import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { tags: '标签' }, field: { tags: { hint: '输入后按回车' } } },
  en: { fieldType: { tags: 'Tags' }, field: { tags: { hint: 'Type and press Enter' } } },
};
