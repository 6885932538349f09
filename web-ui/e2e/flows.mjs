// Workflows as administrators see them, what members are told, and their work: several tasks at once, delegation.
import { answers } from './network.mjs';

const INCIDENT = {
  app: 'crm',
  form: 'customer',
  workflow: 'credit-approval',
  workflowVersion: 1,
  code: 'record.not-unique',
  since: '2026-11-25T08:00:00Z',
  retries: 8,
};
const open = async (page) => page.getByRole('tab', { name: /^(流程|Approval)/ }).click();

const told = async (page) => {
  await page.getByRole('button', { name: /^(通知|Notifications)/ }).click();
  await page.getByRole('dialog').waitFor();
};

/** @param made addresses and ids of records: one `waiting` in an approval, one `plain` */
export function flows({ waiting, plain }) {
  return {
    'record-workflow-admin': { as: 'admin', path: waiting, act: open },
    'record-workflow-reassign': {
      as: 'admin',
      path: waiting,
      act: async (page) => {
        await open(page);
        await page
          .getByRole('button', { name: /^(改派|Reassign)/ })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    'record-workflow-stopped': {
      as: 'admin',
      path: waiting,
      before: answers(/records\/[0-9a-f-]{36}\/workflow$/, 200, {
        status: 'running',
        entries: [],
        openTasks: [],
        activities: { passed: [], current: [] },
        actions: ['terminate'],
        problem: { code: INCIDENT.code, since: INCIDENT.since, retries: INCIDENT.retries, incident: '7' },
      }),
      act: open,
    },
    incidents: {
      as: 'admin',
      path: '/t/demo/incidents',
      before: answers(/\/api\/.*\/incidents\?/, 200, {
        items: [
          { ...INCIDENT, id: '7', record: { id: plain, title: '王小明' }, node: 'finance', nodeTitle: '财务审批' },
          { ...INCIDENT, id: '5', record: null, node: null, nodeTitle: null, code: 'internal', retries: 9 },
        ],
        next: null,
      }),
    },
    notifications: { as: 'mia', path: '/t/demo/tasks', act: told },
    'notifications-none': {
      as: 'mia',
      path: '/t/demo/tasks',
      before: answers(/\/api\/.*\/notifications(\?|$)/, 200, { items: [], unread: 0, next: null }),
      act: told,
    },
    'notifications-preferences': {
      as: 'mia',
      path: '/t/demo/tasks',
      act: async (page) => {
        await told(page);
        await page
          .getByRole('button', { name: /(设置|Settings)$/ })
          .first()
          .click();
        await page.getByRole('table').waitFor();
      },
    },
    'tasks-chosen': {
      as: 'mia',
      path: '/t/demo/tasks',
      act: async (page) => {
        await page
          .getByRole('checkbox', { name: /^(选择 |Choose )/ })
          .first()
          .check();
        await page.getByRole('region', { name: /^(批量处理|Decide on several)/ }).waitFor();
      },
    },
    delegations: { as: 'sue', path: '/t/demo/delegations' },
    'incidents-none': { as: 'admin', path: '/t/demo/incidents' },
    'incidents-noright': { as: 'sam', path: '/t/demo/incidents' },
  };
}
