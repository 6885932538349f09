import type { Messages } from '../../i18n';

export const flowMessages: Messages = {
  'zh-CN': {
    records: {
      flow: {
        acts: '对整个流程的操作',
        certificate: '审批证明',
        certificateJson: '可离线验证的文件（JSON）',
        certificatePdf: '供阅读的纸面（PDF）',
        certificateDone: '审批证明已保存到下载目录；这次签发已写入审计日志。',
        remind: '催办',
        withdraw: '撤回',
        terminate: '终止流程',
        reactivate: '重新激活',
        reassign: '改派',
        cancel: '取消',
        reason: '原因',
        nobody: '请选择改派给谁。',
        ask: { terminate: '终止流程', reactivate: '重新激活流程', reassign: '把任务改派给他人' },
        means: {
          terminate: '流程立即结束，等待处理的任务都会取消。原因会留在流程记录和审计日志中。',
          reactivate: '流程重新进行，处理人重新确定。原因会留在流程记录和审计日志中。',
          reassign: '任务转给所选的人，原处理人不再处理。原因会留在流程记录和审计日志中。',
        },
        to: { reactivate: '从哪一步继续', reassign: '改派给' },
        any: { reactivate: '停下的那一步', reassign: '选择成员' },
        did: {
          remind: '已催办',
          withdraw: '已撤回',
          terminate: '流程已终止',
          reactivate: '流程已重新激活',
          reassign: '已改派',
        },
      },
    },
  },
  en: {
    records: {
      flow: {
        acts: 'Acts on the whole workflow',
        certificate: 'Certificate',
        certificateJson: 'File that can be verified offline (JSON)',
        certificatePdf: 'Paper for reading (PDF)',
        certificateDone: 'The certificate is in your downloads. That it was issued is in the audit log.',
        remind: 'Remind',
        withdraw: 'Withdraw',
        terminate: 'Terminate',
        reactivate: 'Reactivate',
        reassign: 'Reassign',
        cancel: 'Cancel',
        reason: 'Reason',
        nobody: 'Choose who gets it.',
        ask: {
          terminate: 'Terminate the workflow',
          reactivate: 'Reactivate the workflow',
          reassign: 'Give the task to somebody else',
        },
        means: {
          terminate:
            'The workflow ends at once and every waiting task is cancelled. The reason stays in its timeline and in the audit log.',
          reactivate:
            'The workflow goes on, and who acts is found anew. The reason stays in its timeline and in the audit log.',
          reassign:
            'The task goes to whom you choose, and whoever had it no longer acts. The reason stays in its timeline and in the audit log.',
        },
        to: { reactivate: 'Go on at', reassign: 'To' },
        any: { reactivate: 'the step where it stopped', reassign: 'Choose a member' },
        did: {
          remind: 'Reminded',
          withdraw: 'Withdrawn',
          terminate: 'Terminated',
          reactivate: 'Reactivated',
          reassign: 'Reassigned',
        },
      },
    },
  },
};
