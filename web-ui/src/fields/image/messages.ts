import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { image: '图片' }, field: { image: { count: '{{count}} 张图片' } } },
  en: {
    fieldType: { image: 'Picture' },
    field: { image: { count_one: '{{count}} picture', count_other: '{{count}} pictures' } },
  },
};
