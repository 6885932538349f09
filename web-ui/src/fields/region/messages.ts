import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { region: '行政区划' }, problem: { code: { 'field_region-unknown': '请选择列表中的地区。' } } },
  en: {
    fieldType: { region: 'Region' },
    problem: { code: { 'field_region-unknown': 'Choose one of the divisions.' } },
  },
};
