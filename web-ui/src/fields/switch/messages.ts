import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': { fieldType: { switch: '开关' }, field: { switch: { yes: '是', no: '否' } } },
  en: { fieldType: { switch: 'Switch' }, field: { switch: { yes: 'Yes', no: 'No' } } },
};
