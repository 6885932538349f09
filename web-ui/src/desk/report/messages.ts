import type { Messages } from '../../i18n';

export const deskReportMessages: Messages = {
  'zh-CN': {
    desk: {
      report: {
        title: '合规报告',
        hint: '逐条说明法律要求由什么满足、数到了多少，还缺什么。只写能数出来或产品确实具备的。',
        failed: '合规报告只对隐私负责人、审计员和管理员开放',
        print: '打印',
        law: '法律',
        laws: { pipl: '个保法', gdpr: 'GDPR', ccpa: 'CCPA' },
        made: '{{law}} · {{at}} 生成',
        article: '第 {{article}} 条',
        gap: '缺项',
        close: '去处理',
      },
    },
  },
  en: {
    desk: {
      report: {
        title: 'Compliance report',
        hint: 'Article by article: what meets it here, what was counted, what is missing. Nothing is claimed that is not counted or true of the product.',
        failed: 'The report is for the privacy officer, auditors and administrators',
        print: 'Print',
        law: 'Law',
        laws: { pipl: 'PIPL', gdpr: 'GDPR', ccpa: 'CCPA' },
        made: '{{law}} · made {{at}}',
        article: 'Art. {{article}}',
        gap: 'Gap',
        close: 'Go there',
      },
    },
  },
};
