import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowView } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { FlowTab } from './FlowTab';

const place = { tenant: 'demo', app: 'crm', form: 'customer' };
const WORKFLOW = '/tenants/demo/apps/crm/forms/customer/records/r1/workflow';
const mia = { id: 'm-mia', name: '米娅' };
const task = { id: 't1', node: 'manager', nodeTitle: '主管审批' };
const decided = {
  id: 'e1',
  at: '2026-01-02T00:00:00Z',
  action: 'reject',
  node: 'manager',
  nodeTitle: '主管审批',
  actor: mia,
  to: null,
  recordVersion: 1,
  waitedMs: 0,
};
const running = {
  status: 'running',
  entries: [],
  openTasks: [{ ...task, assignee: mia }],
  activities: { passed: [], current: ['manager'] },
  actions: ['terminate'],
} as WorkflowView;
const show = (view: WorkflowView) =>
  renderPage(<FlowTab place={place} record="r1" view={view} />, { at: '/', path: '/' });
const sent = (asked: Request[]) => asked.filter((each) => each.method === 'POST');
const button = (name: string) => screen.getByRole('button', { name });
const okay = async (name: string) => {
  const dialog = await screen.findByRole('dialog');
  const found = [...dialog.querySelectorAll('button')].find((each) => each.textContent?.replace(/\s/g, '') === name);
  if (!found) throw new Error('no such button');
  fireEvent.click(found);
};

beforeEach(() => startMessages());

describe('a workflow as an administrator sees it', () => {
  it('is ended with a reason and never without', async () => {
    const asked = serve({ [`POST ${WORKFLOW}/terminate`]: running });
    show(running);
    fireEvent.click(button('终止流程'));
    await okay('终止流程');
    expect(await screen.findByText('请写明原因。')).toBeInTheDocument();
    expect(sent(asked)).toEqual([]);

    fireEvent.change(screen.getByLabelText('原因'), { target: { value: ' 作废 ' } });
    await okay('终止流程');
    await waitFor(() => expect(sent(asked)).toHaveLength(1));
    expect(sent(asked)[0]).toMatchObject({ path: `${WORKFLOW}/terminate`, body: { comment: '作废' } });
    expect(await screen.findByText('流程已终止')).toBeInTheDocument();
  });

  it('is taken along as the file that proves itself', async () => {
    URL.createObjectURL = () => 'blob:certificate';
    URL.revokeObjectURL = () => undefined;
    const asked = serve({ [`GET ${WORKFLOW}/certificate`]: { format: 'jianmi.io/approval-certificate/1' } });
    show(running);
    fireEvent.click(screen.getByRole('button', { name: /审批证明/ }));
    fireEvent.click(await screen.findByText('可离线验证的文件（JSON）'));
    expect(await screen.findByText(/审批证明已保存/)).toBeInTheDocument();
    expect(asked.map((each) => each.path)).toEqual([`${WORKFLOW}/chart`, `${WORKFLOW}/certificate`]);
  });

  it('names whose a task is and gives it to somebody else', async () => {
    const max = { id: 'm-max', name: '马克斯' };
    const gone = { id: 'm-gone', name: '离职者', enabled: false };
    const asked = serve({
      'GET /tenants/demo/members': { items: [mia, max, gone], next: null },
      'POST /tenants/demo/tasks/t1/reassign': new Refusal(422, { code: 'task.transfer-target' }),
    });
    show(running);
    expect(screen.getByText('米娅')).toBeInTheDocument();
    fireEvent.click(button('改派'));
    await waitFor(() => expect(asked.some(({ path }) => path.startsWith('/tenants/demo/members'))).toBe(true));
    fireEvent.mouseDown(await screen.findByLabelText('改派给'));
    fireEvent.click(await screen.findByTitle('马克斯'));
    expect(screen.queryByTitle('离职者')).toBeNull();
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '休假' } });
    await okay('改派');
    await waitFor(() => expect(sent(asked)[0]?.body).toEqual({ comment: '休假', to: 'm-max' }));
    expect(await screen.findByText('不能转交给此人。')).toBeInTheDocument();
  });

  it('goes on where it stopped or at a step that somebody stood at', async () => {
    const asked = serve({ [`POST ${WORKFLOW}/reactivate`]: running });
    const { container } = show({
      ...running,
      status: 'rejected',
      entries: [decided],
      openTasks: [],
      actions: ['reactivate'],
    });
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(button('重新激活'));
    fireEvent.mouseDown(await screen.findByLabelText('从哪一步继续'));
    fireEvent.click(await screen.findByTitle('主管审批'));
    fireEvent.change(screen.getByLabelText('原因'), { target: { value: '误操作' } });
    await okay('重新激活');
    await waitFor(() => expect(sent(asked)[0]?.body).toEqual({ comment: '误操作', to: 'manager' }));
  });

  it('says why it stopped, and lets an administrator try again', async () => {
    const problem = { code: 'record.not-unique', since: '2026-01-02T00:00:00Z', retries: 8 };
    const asked = serve({
      'POST /tenants/demo/incidents/7/retry': { result: 'failed', problem: { ...problem, retries: 9 } },
    });
    const { container } = show({ ...running, openTasks: [], actions: [], problem: { ...problem, incident: '7' } });
    expect(screen.getByText('这个值已被使用，不能重复。')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /重\s?试/ }));
    expect(await screen.findByText('仍未成功：这个值已被使用，不能重复。')).toBeInTheDocument();
    expect(sent(asked)).toHaveLength(1);
  });

  it('offers no act to whom the server offers none', () => {
    serve({});
    show({
      ...running,
      openTasks: [task],
      actions: [],
      problem: { code: 'internal', since: '2026-01-02T00:00:00Z', retries: 8 },
    });
    expect(screen.getByText('系统内部错误。')).toBeInTheDocument();
    expect(screen.getAllByRole('button').map((each) => each.textContent)).toEqual([' 流程图', '审批证明']);
  });
});

describe('a workflow that has started others', () => {
  const system = { id: 'system', name: '系统' };
  const start = { ...decided, id: 'e2', action: 'subworkflow', node: 'buy', nodeTitle: '逐行采购', actor: system };
  const child = { id: 'p1', app: 'crm', form: 'purchase', title: '水泵' };
  const view = {
    ...running,
    entries: [
      { ...decided, id: 'e0', action: 'submit', startedBy: { record: { ...child, id: 'o1', title: '订单一' } } },
      {
        ...start,
        step: 'start',
        children: [
          { record: child, status: 'running' },
          { record: null, status: 'rejected' },
          { record: { ...child, id: 'p3', app: null, title: '阀门' }, status: null },
        ],
      },
    ],
  } as WorkflowView;

  it('links to what the reader may see and tells no more of the rest than its status', async () => {
    const { container } = renderPage(<FlowTab place={place} record="r1" view={view} />, {
      at: '/t/demo',
      path: '/t/:tenant',
    });

    const list = screen.getByRole('list', { name: '启动的子流程' });
    expect([...list.children].map((each) => each.textContent)).toEqual([
      '水泵审批中',
      '你无权查看的记录已拒绝',
      '阀门未启动流程',
    ]);
    expect(screen.getByRole('link', { name: '水泵' })).toHaveAttribute(
      'href',
      '/t/demo/apps/crm/forms/purchase/records/p1',
    );
    expect(screen.getByRole('link', { name: '订单一' })).toBeInTheDocument();
    expect(screen.getByText('共 3 条，已结束 2 条')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });
});
