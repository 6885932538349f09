import type { Messages } from '../../i18n';

export const messages: Messages = {
  'zh-CN': {
    fieldType: { consent: '同意' },
    problem: {
      code: {
        'field_consent-notice-changed': '告知书已更新，请按新版本重新征求同意。',
        'field_consent-notice-missing': '请填写告知书的版本。',
        'field_consent-purposes-missing': '请至少列出一个征求同意的目的。',
        'field_consent-in-subform': '同意是一个人对一条记录的回答，不能放在子表单里。',
      },
    },
    field: {
      consent: {
        notice: '告知书版本：{{notice}}',
        earlier: '此前按版本 {{earlier}} 作答；现在的版本是 {{notice}}，需要重新征求。',
        agree: '同意用于：{{purpose}}',
        none: '均不同意',
        isAgreed: '已同意',
        notAgreed: '未同意',
      },
    },
  },
  en: {
    fieldType: { consent: 'Consent' },
    problem: {
      code: {
        'field_consent-notice-changed': 'The notice has changed. Ask again with the new version.',
        'field_consent-notice-missing': 'Name the version of the notice.',
        'field_consent-purposes-missing': 'Name at least one purpose to agree to.',
        'field_consent-in-subform': 'Consent is one person’s answer on a record; it cannot stand in a subform.',
      },
    },
    field: {
      consent: {
        notice: 'Version of the notice: {{notice}}',
        earlier: 'Answered under version {{earlier}}; the version is now {{notice}}, so ask again.',
        agree: 'Agrees to: {{purpose}}',
        none: 'Agrees to none of these',
        isAgreed: 'agreed to',
        notAgreed: 'not agreed to',
      },
    },
  },
};
