import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { unknown: '其他' },
    field: { unknown: { value: '（无法在此显示）', hint: '此字段暂不能在页面编辑。' } },
  },
  en: {
    fieldType: { unknown: 'Other' },
    field: { unknown: { value: '(cannot be shown here)', hint: 'This field cannot be edited on the page yet.' } },
  },
};
