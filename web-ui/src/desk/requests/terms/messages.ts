import type { Messages } from '../../../i18n';

export const deskTermsMessages: Messages = {
  'zh-CN': {
    desk: {
      terms: {
        title: '答复期限',
        open: '答复期限',
        hint: '收到请求后多久之内答复，按法律分别设定；同一部法律下各类请求的期限相同。修改只影响以后登记的请求，已登记的不变。',
        failed: '答复期限没有加载成功',
        answerIn: '答复期限',
        extension: '可延长',
        warnBefore: '提前提醒',
        unit: { D_one: '天', D_other: '天', M_one: '个月', M_other: '个月' },
        unitOf: '{{part}}的单位',
        usual: '登记请求时默认依据这部法律',
        says: {
          pipl: '第 45、46 条：应当及时办理，没有规定天数。',
          gdpr: '第 12 条：一个月内答复；复杂的可再延长两个月。',
          ccpa: '45 天内答复；必要时可再延长 45 天。',
        },
        doubt: {
          longer: '比这部法律允许的更长。',
          'warned-late': '提醒早于收到请求：请把提前提醒改得比答复期限短。',
        },
        empty: '每一项都要填写。',
        save: '保存',
        discard: '放弃修改',
        saved: '答复期限已保存',
      },
    },
  },
  en: {
    desk: {
      terms: {
        title: 'Time to answer',
        open: 'Time to answer',
        hint: 'How soon a request is answered once it has come, for each law; all types of request under one law have the same time. A change is for requests entered from now on; those entered before keep their day.',
        failed: 'The times to answer could not be loaded',
        answerIn: 'Answer within',
        extension: 'May be extended by',
        warnBefore: 'Remind before',
        unit: { D_one: 'day', D_other: 'days', M_one: 'month', M_other: 'months' },
        unitOf: 'Unit of: {{part}}',
        usual: 'Taken for a request unless another law is chosen',
        says: {
          pipl: 'Articles 45 and 46: in good time; they name no number of days.',
          gdpr: 'Article 12: within one month; two more where it is complex.',
          ccpa: 'Within 45 days; 45 more where it is necessary.',
        },
        doubt: {
          longer: 'This is longer than the law allows.',
          'warned-late': 'The reminder would come before the request: remind less long before.',
        },
        empty: 'Fill in every number.',
        save: 'Save',
        discard: 'Discard changes',
        saved: 'The times to answer are saved',
      },
    },
  },
};
