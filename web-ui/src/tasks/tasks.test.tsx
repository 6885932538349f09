import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { aCustomer, CUSTOMER, customerAnswer } from '../testing/forms';
import { renderPage, startMessages } from '../testing/render';
import { serve, type Request } from '../testing/server';
import { InboxPage, TaskPage } from './pages';

const record = aCustomer();
const item = {
  id: 't1',
  record: { id: record.id, title: '王小明' },
  app: 'crm',
  form: 'customer',
  workflow: 'credit-approval',
  node: { key: 'risk', title: '风控会签' },
  createdAt: new Date().toISOString(),
  due: null,
};
const task = {
  ...item,
  record: {
    ...record,
    title: '王小明',
    access: Object.fromEntries(Object.keys(record.access).map((key) => [key, 'read'])),
  },
  definition: customerAnswer,
  actions: ['approve', 'reject', 'transfer'],
  comment: 'onReject',
  reveal: null,
};
const base = {
  'GET /tenants/demo/tasks/t1': task,
  'GET /tenants/demo/tasks': { items: [item], next: null },
  [`GET ${CUSTOMER}/records/${record.id}/workflow`]: { status: 'running', entries: [], openTasks: [] },
  'GET /tenants/demo/members': { items: [], next: null },
};
const openTask = () => renderPage(<TaskPage />, { at: '/t/demo/tasks/t1', path: '/t/:tenant/tasks/:id' });
const decisions = (asked: Request[]) => asked.filter((each) => each.method === 'POST');

/** The button in what has opened, behind the one that opened it. */
const last = async (name: string) => {
  const [, button] = await screen.findAllByRole('button', { name });
  if (!button) throw new Error('nothing has opened');
  return button;
};

beforeEach(() => startMessages());

describe('the inbox', () => {
  it('counts its boxes and is accessible', async () => {
    serve(base);
    const { container } = renderPage(<InboxPage />, { at: '/t/demo/tasks', path: '/t/:tenant/tasks' });
    expect(await screen.findByRole('link', { name: /王小明/ })).toBeInTheDocument();
    expect(await screen.findByRole('tab', { name: '待办 1' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });
});

describe('a task', () => {
  it('offers the step’s decisions and no other, and is accessible', async () => {
    serve(base);
    const { container } = openTask();
    expect(await screen.findByRole('button', { name: '同意' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '拒绝' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '退回' })).toBeNull();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('says for whom one decides', async () => {
    serve({ ...base, 'GET /tenants/demo/tasks/t1': { ...task, for: { id: 'mia', name: 'Mia Miao' } } });
    openTask();
    expect(await screen.findByText(/代 Mia Miao/)).toBeInTheDocument();
  });

  it('approves by the key A, waiting for the next step and naming the version that was seen', async () => {
    const asked = serve({ ...base, 'POST /tenants/demo/tasks/t1/approve': { openTasks: [] } });
    openTask();
    await screen.findByRole('button', { name: '同意' });
    fireEvent.keyDown(document.body, { key: 'a' });
    await waitFor(() => expect(decisions(asked)).toHaveLength(1));
    expect(decisions(asked)[0]).toMatchObject({
      path: '/tenants/demo/tasks/t1/approve',
      headers: { Prefer: 'wait=2' },
      body: { seen: 4 },
    });
    expect(await screen.findByRole('status', { name: 'address' })).toHaveTextContent('/t/demo/tasks');
  });

  it('is submitted, not approved, where one fills in data', async () => {
    const handling = { ...task, nodeType: 'handling', actions: ['approve', 'save'], comment: 'optional' };
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': handling,
      'POST /tenants/demo/tasks/t1/approve': { openTasks: [] },
    });
    const { container } = openTask();
    const submit = await screen.findByRole('button', { name: '提交' });
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull();
    expect(screen.getByRole('region', { name: '办理' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(submit);
    await waitFor(() => expect(decisions(asked)).toHaveLength(1));
    expect(await screen.findByText('已提交')).toBeInTheDocument();
  });

  it('asks others to sign, before, after or beside, and stays with the task', async () => {
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': { ...task, actions: ['approve', 'addSigner'] },
      'GET /tenants/demo/members': {
        items: [
          { id: 'm2', name: '马克' },
          { id: 'm3', name: '离职者', enabled: false },
        ],
        next: null,
      },
      'POST /tenants/demo/tasks/t1/add-signer': { openTasks: [] },
    });
    openTask();
    fireEvent.click(await screen.findByRole('button', { name: '加签' }));
    fireEvent.click(await screen.findByText('与我同时'));
    fireEvent.mouseDown(await screen.findByRole('combobox', { name: '由谁加签' }));
    fireEvent.click(await screen.findByText('马克'));
    expect(screen.queryByText('离职者')).toBeNull();
    fireEvent.click(await last('加签'));
    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ to: ['m2'], position: 'beside', seen: 4 }));
    expect(await screen.findByText('已加签')).toBeInTheDocument();
  });

  it('names whom the next step asks, where the step lets one choose, and not without him where it must', async () => {
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': { ...task, chooses: [{ node: 'papers', title: '收集资料', required: true }] },
      'GET /tenants/demo/members': {
        items: [
          { id: 'm2', name: '马克' },
          { id: 'm3', name: '离职者', enabled: false },
        ],
        next: null,
      },
      'POST /tenants/demo/tasks/t1/approve': { openTasks: [] },
      'POST /tenants/demo/tasks/t1/reject': { openTasks: [] },
    });
    const { container } = openTask();
    const box = await screen.findByRole('combobox', { name: /下一步处理人：收集资料/ });
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(await screen.findByText('请选择下一步的处理人。')).toBeInTheDocument();
    expect(box).toHaveFocus();
    expect(decisions(asked)).toHaveLength(0);
    fireEvent.mouseDown(box);
    fireEvent.click(await screen.findByText('马克'));
    expect(screen.queryByText('离职者')).toBeNull();
    expect(screen.queryByText('请选择下一步的处理人。')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '同意' }));
    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ to: ['m2'], seen: 4 }));
  });

  it('lets the workflow decide where nobody needs to be chosen', async () => {
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': { ...task, chooses: [{ node: 'papers', title: '收集资料', required: false }] },
      'POST /tenants/demo/tasks/t1/approve': { openTasks: [] },
    });
    openTask();
    expect(await screen.findByText('不选则按流程规定')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '同意' }));
    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ seen: 4 }));
  });

  it('tells in the history of the flow whom somebody has chosen', async () => {
    const entry = { at: new Date().toISOString(), action: 'approve', node: 'manager', nodeTitle: '主管', actor: null };
    serve({
      ...base,
      [`GET ${CUSTOMER}/records/${record.id}/workflow`]: {
        status: 'running',
        entries: [
          {
            ...entry,
            chosen: [
              { id: 'm2', name: '马克' },
              { id: 'm4', name: '丽丽' },
            ],
          },
        ],
        openTasks: [],
      },
    });
    openTask();
    expect(await screen.findByText('选择下一步处理人：马克、丽丽')).toBeInTheDocument();
  });

  it('is taken back after a question, and offers no decision', async () => {
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': { ...task, decision: 'approve', actions: ['takeBack'] },
      'POST /tenants/demo/tasks/t1/take-back': { openTasks: [] },
    });
    const { container } = openTask();
    const button = await screen.findByRole('button', { name: '取回' });
    expect(screen.queryByRole('button', { name: '同意' })).toBeNull();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(button);
    fireEvent.click(await last('取回'));
    await waitFor(() => expect(decisions(asked)).toHaveLength(1));
  });

  it('says so in the history of the flow', async () => {
    serve({
      ...base,
      [`GET ${CUSTOMER}/records/${record.id}/workflow`]: {
        status: 'running',
        entries: [
          { at: new Date().toISOString(), action: 'handle', node: 'collect', nodeTitle: '补充资料', actor: null },
        ],
        openTasks: [],
      },
    });
    openTask();
    expect(await screen.findByText('补充资料')).toBeInTheDocument();
    expect(screen.getByText('办理')).toBeInTheDocument();
  });

  it('tells which steps wait side by side, each once', async () => {
    serve({
      ...base,
      [`GET ${CUSTOMER}/records/${record.id}/workflow`]: {
        status: 'running',
        entries: [],
        openTasks: [
          { id: 'a', node: 'look', nodeTitle: '审核' },
          { id: 'b', node: 'fill', nodeTitle: '补录' },
          { id: 'c', node: 'fill', nodeTitle: '补录' },
        ],
      },
    });
    openTask();
    expect(await screen.findByText('2 个步骤并行')).toBeInTheDocument();
    expect(screen.getByText('等待 2 人处理')).toBeInTheDocument();
    expect(screen.getByText('等待处理')).toBeInTheDocument();
  });

  it('takes no key for a decision while one types', async () => {
    const asked = serve(base);
    openTask();
    fireEvent.keyDown(await screen.findByLabelText(/^意见/), { key: 'a' });
    expect(decisions(asked)).toHaveLength(0);
  });

  it('returns without a comment where only a rejection needs one', async () => {
    const asked = serve({
      ...base,
      'GET /tenants/demo/tasks/t1': { ...task, actions: ['approve', 'reject', 'return'] },
      'POST /tenants/demo/tasks/t1/return': { openTasks: [] },
    });
    openTask();
    expect(await screen.findByText('拒绝时必填')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '退回' }));
    fireEvent.click(await screen.findByText('退回发起人'));
    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ to: 'start', seen: 4 }));
  });

  it('does not reject without the comment that the step asks for', async () => {
    const asked = serve({ ...base, 'POST /tenants/demo/tasks/t1/reject': {} });
    openTask();
    fireEvent.click(await screen.findByRole('button', { name: '拒绝' }));
    expect(await screen.findByText('请填写意见。')).toBeInTheDocument();
    expect(decisions(asked)).toHaveLength(0);
    fireEvent.change(screen.getByLabelText(/^意见/), { target: { value: '额度过高' } });
    fireEvent.click(screen.getByRole('button', { name: '拒绝' }));
    await waitFor(() => expect(decisions(asked)[0]?.body).toEqual({ comment: '额度过高', seen: 4 }));
  });
});
