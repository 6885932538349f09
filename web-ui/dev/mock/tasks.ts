import { customer, masked, members, records, type Stored } from './data';
import { append } from './audit';
import { problem, type Reply } from './server';

const node = { key: 'risk', title: { 'zh-CN': '风控会签', en: 'Risk committee' } };
const done = new Map<string, string>();

const waiting = () => (records['customer'] ?? []).filter((_, index) => [0, 4, 9].includes(index));

function item(record: Stored): Record<string, unknown> {
  return {
    id: `t-${record.id}`,
    record: { id: record.id, title: `${String(record.data['name'])} · ${String(record.data['no'])}` },
    app: 'crm',
    form: 'customer',
    workflow: 'credit-approval',
    node,
    createdAt: new Date(Date.now() - 5 * 3_600_000).toISOString(),
    due: new Date(Date.now() + (record.version === 3 ? 19 : -3) * 3_600_000).toISOString(),
  };
}

export function inbox(box: string): unknown[] {
  if (box === 'todo')
    return waiting()
      .filter((record) => !done.has(record.id))
      .map(item);
  if (box === 'done')
    return waiting()
      .filter((record) => done.has(record.id))
      .map((record) => ({ ...item(record), status: 'completed' }));
  if (box === 'initiated')
    return (records['customer'] ?? []).slice(10, 14).map((record) => ({ ...item(record), status: 'running' }));
  return [];
}

export function taskById(id: string): Reply {
  const record = waiting().find((each) => `t-${each.id}` === id);
  if (!record) return problem(404, 'task.not-found');
  const keys = Object.keys(record.data);
  const level = (key: string) =>
    key === 'creditLimit'
      ? 'edit'
      : ['idNumber', 'mobile'].includes(key)
        ? 'reveal'
        : ['name', 'level', 'deals', 'amount', 'no', 'owner'].includes(key)
          ? 'read'
          : 'masked';
  return {
    status: 200,
    body: {
      ...item(record),
      definition: { version: 3, definition: customer },
      record: {
        id: record.id,
        title: String(record.data['name']),
        form: 'customer',
        formVersion: 3,
        version: record.version,
        status: record.status,
        access: Object.fromEntries(keys.map((key) => [key, level(key)])),
        data: Object.fromEntries(
          keys.map((key) => [
            key,
            ['masked', 'reveal'].includes(level(key)) ? masked(key, record.data[key]) : record.data[key],
          ]),
        ),
        workflow: { status: 'running', openTasks: [] },
      },
      actions: done.has(record.id) ? [] : ['approve', 'reject', 'return', 'transfer'],
      comment: 'onReject',
      reveal: { purpose: 'contract', minutes: 15 },
      returnTo: [],
    },
  };
}

export function decide(id: string, action: string, body: Record<string, unknown>): Reply {
  const record = waiting().find((each) => `t-${each.id}` === id);
  if (!record || done.has(record.id)) return problem(409, 'task.already-handled');
  done.set(record.id, action);
  append(
    `task.${action}`,
    { id: record.id, title: String(record.data['no']) },
    body['comment'] ? { reason: body['comment'] } : null,
  );
  return {
    status: 200,
    body: {
      ...item(record),
      openTasks: [{ id: 'x', node: { key: 'finance', title: { 'zh-CN': '财务审批', en: 'Finance' } } }],
    },
  };
}

export function workflowOf(record: Stored): unknown {
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const open = record.workflow === 'running' && !done.has(record.id);
  return {
    status: record.workflow ?? 'completed',
    entries: [
      {
        node: { key: 'submit', title: { 'zh-CN': '提交', en: 'Submit' } },
        actor: members[1],
        action: 'submit',
        at: at(30),
      },
      {
        node: { key: 'manager', title: { 'zh-CN': '主管审批', en: 'Manager' } },
        actor: members[2],
        action: 'approve',
        comment: '老客户，回款正常，同意提高额度。',
        at: at(5.2),
        waitedMs: 85_680_000,
      },
    ],
    openTasks: open ? [{ id: 't', node, assignees: [members[0], members[3]], due: at(-19) }] : [],
  };
}
