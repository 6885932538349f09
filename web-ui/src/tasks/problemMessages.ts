import type { Messages } from '../i18n';

/** Why an act on a task or a workflow was refused. */
export const actProblemMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        task_signer: '不能加签或减签此人。',
        'task_signer-position': '请选择在你之前、之后还是同时签。',
        'task_too-late': '之后已有人处理，不能再这样做。',
        'task_reminded-recently': '刚刚催办过，请十分钟后再催。',
        'workflow_not-running': '流程已结束。',
        'workflow_still-running': '流程仍在进行。',
        'workflow_act-refused': '你无权对该流程这样做；请联系管理员。',
        'workflow_act-not-offered': '该流程不提供此操作。',
        'workflow_too-late': '流程已走得太远，不能再这样做。',
        'workflow_reason-required': '请写明原因。',
        'workflow_node-unknown': '流程不能从这一步继续。',
      },
    },
  },
  en: {
    problem: {
      code: {
        task_signer: 'That person cannot be added or removed as a signer.',
        'task_signer-position': 'Choose whether they sign before, after or beside you.',
        'task_too-late': 'Somebody has acted since; this is no longer possible.',
        'task_reminded-recently': 'They were reminded just now; try again in ten minutes.',
        'workflow_not-running': 'The workflow has ended.',
        'workflow_still-running': 'The workflow is still running.',
        'workflow_act-refused': 'You may not do that with this workflow; ask an administrator.',
        'workflow_act-not-offered': 'This workflow does not offer that.',
        'workflow_too-late': 'The workflow has gone too far for that.',
        'workflow_reason-required': 'Give a reason.',
        'workflow_node-unknown': 'The workflow cannot go on at that step.',
      },
    },
  },
};
