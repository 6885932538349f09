import type { Messages } from '../../i18n';

/** What the audit log calls the acts of rights requests. */
export const deskRequestActMessages: Messages = {
  'zh-CN': {
    audit: {
      act: {
        rights_create: '登记权利请求',
        rights_assign: '分派权利请求',
        rights_extend: '延长权利请求的期限',
        'rights_carry-out': '办理权利请求',
        rights_answer: '答复权利请求',
        rights_refuse: '拒绝权利请求',
        rights_withdraw: '撤销权利请求',
        rights_list: '查看权利请求列表',
        rights_read: '查看权利请求',
        rights_package: '制作个人信息副本',
        rights_download: '下载个人信息副本',
        rights_terms: '修改答复期限',
        report_read: '查看合规报告',
      },
    },
  },
  en: {
    audit: {
      act: {
        rights_create: 'Entered a rights request',
        rights_assign: 'Assigned a rights request',
        rights_extend: 'Extended a rights request',
        'rights_carry-out': 'Carried out a rights request',
        rights_answer: 'Answered a rights request',
        rights_refuse: 'Refused a rights request',
        rights_withdraw: 'Withdrew a rights request',
        rights_list: 'Looked at the rights requests',
        rights_read: 'Looked at a rights request',
        rights_package: 'Made a copy of personal data',
        rights_download: 'Downloaded a copy of personal data',
        rights_terms: 'Changed the terms of requests',
        report_read: 'Looked at the compliance report',
      },
    },
  },
};
