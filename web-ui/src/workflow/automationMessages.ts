import type { Messages } from '../i18n';

/** What went wrong when a workflow acted by itself, by stable code; dots are written as underscores. */
export const automationProblemMessages: Messages = {
  'zh-CN': {
    problem: {
      code: {
        'webhook_not-found': '推送记录不存在，或你无权知晓。',
        'webhook_still-waiting': '这次推送仍在重试中。',
        'webhook_address-refused': '服务器不得访问这个地址；需要时请管理员加入允许名单。',
        'webhook_host-unknown': '找不到这个主机的地址。',
        webhook_unreachable: '接收方连接不上或超时未应答。',
        'webhook_too-large': '消息过大，无法推送。',
        'workflow_automation-gone': '已没有等待执行的这一步。',
        'workflow_automation-too-deep': '自动化一个接一个新建记录的次数过多，已停止。',
        'workflow_automation-too-many': '这一步会一次修改过多记录。',
        'workflow_automation-no-record': '没有这一步要用到的记录。',
        'workflow_subworkflow-too-deep': '流程一个接一个启动的次数过多，已停止。',
        'workflow_subworkflow-too-many': '这一步会一次启动过多流程。',
      },
    },
  },
  en: {
    problem: {
      code: {
        'webhook_not-found': 'There is no such delivery, or none that you may know of.',
        'webhook_still-waiting': 'This delivery is still being tried.',
        'webhook_address-refused': 'The server may not reach this address; an administrator can allow it.',
        'webhook_host-unknown': 'The host has no address.',
        webhook_unreachable: 'The receiver could not be reached, or answered too late.',
        'webhook_too-large': 'The message is too large to be sent.',
        'workflow_automation-gone': 'Nothing waits for this step any more.',
        'workflow_automation-too-deep': 'Automations have made records one after the other too many times.',
        'workflow_automation-too-many': 'This step would change too many records at once.',
        'workflow_automation-no-record': 'There is no record that this step could use.',
        'workflow_subworkflow-too-deep': 'Workflows have started each other too many times.',
        'workflow_subworkflow-too-many': 'This step would start too many workflows at once.',
      },
    },
  },
};
