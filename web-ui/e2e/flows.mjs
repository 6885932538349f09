// Workflows as administrators see them, what members are told and tell each other, and their work: several tasks at once, delegation.
import { Buffer } from 'node:buffer';
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
const delivery = (id, status, code, attempts) => ({
  id,
  event: 'customer.approved',
  to: 'https://erp.example.com',
  form: 'customer',
  record: '01a00000-0000-7000-8000-000000000001',
  workflow: 'credit-approval',
  node: 'tell-erp',
  fields: ['name', 'level', 'creditLimit'],
  status,
  attempts,
  code,
  createdAt: '2026-11-25T08:00:00Z',
  lastAt: '2026-11-25T09:00:00Z',
  nextAt: status === 'waiting' ? '2026-11-25T11:00:00Z' : null,
});
const DELIVERIES = [
  delivery('3', 'failed', 'webhook.address-refused', 1),
  delivery('2', 'waiting', '503', 4),
  delivery('1', 'delivered', '200', 1),
];
const approval = (id, status, more) => ({
  id: `0190a000-0000-7000-8000-00000000000${id}`,
  kind: 'reveal',
  status,
  asker: { id: 'm1', name: '李雷' },
  askedAt: '2026-11-25T08:00:00Z',
  expiresAt: '2026-11-26T08:00:00Z',
  approvers: ['dpo', 'sales-director'],
  actions: status === 'pending' ? ['approve', 'reject'] : [],
  reason: '合同盖章前要核对证件，客户在柜台等候',
  formTitle: '客户',
  record: { app: 'crm', form: 'customer', id: '01a00000-0000-7000-8000-000000000001', title: '王**' },
  fields: [{ key: 'idNumber', title: '身份证号' }],
  purpose: 'contract',
  minutes: 5,
  decidedBy: null,
  decidedAt: null,
  comment: null,
  ...more,
});
const DECIDED = { decidedBy: { id: 'm2', name: '韩梅梅' }, decidedAt: '2026-11-25T08:20:00Z' };
const APPROVALS = [
  approval(1, 'pending'),
  approval(2, 'rejected', { ...DECIDED, comment: '请先让客户本人到场，再重新申请。' }),
  approval(3, 'approved', DECIDED),
];
const CHANGED = {
  type: 'about:blank',
  title: 'The record changed after you looked.',
  status: 409,
  code: 'record.changed-since-seen',
  changes: [
    { field: 'level', title: '级别', from: 'B', to: 'A' },
    { field: 'idNumber', title: '身份证号' },
  ],
};
const open = async (page) => page.getByRole('tab', { name: /^(流程|Approval)/ }).click();

const told = async (page) => {
  await page.getByRole('button', { name: /^(通知|Notifications)/ }).click();
  await page.getByRole('dialog').waitFor();
};

/** Opened by hand the chart stays open on a phone. */
const chart = async (page) => {
  const toggle = page.getByRole('button', { name: /^(流程图|Chart)$/ });
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-expanded')) === 'true') await toggle.click();
  await toggle.click();
  await page
    .getByRole('region', { name: /^(流程的各个步骤|The steps of the workflow)$/ })
    .getByRole('button')
    .first()
    .waitFor();
};
const step = async (page) => {
  await open(page);
  await chart(page);
  await page
    .getByRole('button', { name: /^.{1,20} (已经过|Passed)/ })
    .nth(1)
    .click();
  await page.getByRole('tooltip').waitFor();
};

const SAID = answers(/records\/[0-9a-f-]{36}\/comments/, 200, {
  items: [
    {
      id: '0190a000-0000-7000-8000-0000000000c1',
      author: { id: 'm1', name: '李雷' },
      createdAt: '2026-11-25T08:00:00Z',
      version: 1,
      text: '请 @韩梅梅 对照合同第三条再看一下金额，客户发来的扫描件在附件里。',
      mentions: [{ id: 'm2', name: '韩梅梅' }],
      files: [
        {
          id: '0190a000-0000-7000-8000-0000000000f1',
          name: '二〇二六年度维护服务合同（客户盖章后的扫描件，第三版，含补充协议）.pdf',
          type: 'application/pdf',
          bytes: 1_482_113,
        },
      ],
      node: 'manager',
      nodeTitle: '经理审批',
      may: ['edit', 'delete'],
    },
  ],
  next: null,
});

const enclose = async (page) => {
  await page
    .getByRole('button', { name: /^(添加附件|Attach files)$/ })
    .first()
    .click();
  const file = { name: '报价单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 ') };
  await page.locator('input[type="file"]').last().setInputFiles(file);
  await page.getByText('报价单.pdf').first().waitFor();
};

/** @param made addresses and ids of records: one `waiting` in an approval, one `plain`; an open `task` of rick's */
export function flows({ waiting, plain, task }) {
  return {
    'record-chart': { as: 'audra', path: waiting, act: step },
    'task-chart': { as: 'rick', path: task, act: chart },
    figures: { as: 'admin', path: '/t/demo/apps/crm/figures' },
    'figures-noright': { as: 'sam', path: '/t/demo/apps/crm/figures' },
    'record-talk': {
      as: 'sam',
      path: waiting,
      before: SAID,
      act: async (page) => {
        await page.getByRole('tab', { name: /^(评论|Comments)/ }).click();
        await enclose(page);
      },
    },
    'task-talk': { as: 'rick', path: task, before: SAID, act: enclose },
    approvals: {
      as: 'paul',
      path: '/t/demo/approvals',
      before: answers(/api\/v1\/tenants\/demo\/approvals\?/, 200, { items: APPROVALS, next: null }),
    },
    'approvals-empty': { as: 'sam', path: '/t/demo/approvals' },
    'approvals-asked': {
      as: 'sam',
      path: '/t/demo/approvals?box=asked',
      before: answers(/api\/v1\/tenants\/demo\/approvals\?/, 200, { items: APPROVALS.slice(1), next: null }),
    },
    'task-changed': {
      as: 'rick',
      path: task,
      before: answers(/tasks\/[0-9a-f-]{36}\/approve/, 409, CHANGED),
      act: async (page) => {
        await page
          .getByRole('textbox', { name: /意见|comment/i })
          .first()
          .fill('同意');
        await page.getByRole('button', { name: /^(同意|Approve)/ }).click();
        await page.getByRole('button', { name: /^(载入最新内容|Load what)/ }).waitFor();
      },
    },
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
    'incidents-none': {
      as: 'admin',
      path: '/t/demo/incidents',
      before: answers(/\/api\/.*\/incidents\?/, 200, { items: [], next: null }),
    },
    'incidents-noright': { as: 'sam', path: '/t/demo/incidents' },
    webhooks: {
      as: 'admin',
      path: '/t/demo/webhooks',
      before: answers(/\/api\/.*\/webhooks\/deliveries\?/, 200, { items: DELIVERIES, next: null }),
    },
    'webhooks-one': {
      as: 'admin',
      path: '/t/demo/webhooks',
      before: answers(/\/api\/.*\/webhooks\/deliveries\?/, 200, { items: DELIVERIES, next: null }),
      act: async (page) => {
        await page
          .getByRole('button', { name: /^(查看：|Look: )/ })
          .first()
          .click();
        await page.getByRole('dialog').waitFor();
      },
    },
    'webhooks-none': { as: 'admin', path: '/t/demo/webhooks?status=failed' },
    'webhooks-noright': { as: 'sam', path: '/t/demo/webhooks' },
    'working-calendar': { as: 'admin', path: '/t/demo/calendar' },
    'working-calendar-read': { as: 'sam', path: '/t/demo/calendar' },
    migrations: {
      as: 'designer',
      path: '/t/demo/migrations',
      before: answers(/\/migrations\?dryRun=true$/, 200, {
        to: 1,
        fits: 12,
        unfit: [{ version: 1, code: 'workflow.migration-node-gone', node: 'risk', count: 3 }],
        next: null,
      }),
      act: async (page) => {
        await page.getByRole('combobox').first().click();
        await page.locator('.ant-select-item-option').first().click();
        await page.getByRole('button', { name: /^(试看|Dry run)$/ }).click();
        await page.getByRole('table').waitFor();
      },
    },
    'migrations-noright': { as: 'sam', path: '/t/demo/migrations' },
  };
}
