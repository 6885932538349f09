import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../api';
import type { Field } from '../schema';
import type { Studio } from '../studio';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { FlowWorkspace } from './FlowWorkspace';
import type { Flow } from './model/document';

const fields: Field[] = [
  { key: 'amount', type: 'money', title: '金额' },
  { key: 'level', type: 'choice', title: '等级', options: [{ value: 'A', title: '重点' }] },
  { key: 'phone', type: 'phone', title: '手机', sensitivity: { level: 'personal', purposes: ['sales'] } },
  { key: 'idNumber', type: 'id-card', title: '身份证号', sensitivity: { level: 'sensitive', purposes: ['contract'] } },
];
const flow: Flow = {
  kind: 'workflow',
  key: 'credit',
  title: '授信',
  form: 'customer',
  nodes: [
    { key: 'submit', type: 'start', title: '提交' },
    {
      key: 'manager',
      type: 'approval',
      title: '主管审批',
      assignees: { headOf: 'initiator', otherwise: { roles: ['sales-manager'] } },
      sign: { mode: 'any' },
      fields: { '*': 'read', idNumber: 'masked' },
      due: { after: 'P2D' },
    },
    { key: 'size', type: 'condition' },
    { key: 'risk', type: 'approval', title: '风控会签', assignees: { roles: ['risk'] }, sign: { mode: 'all' } },
    { key: 'done', type: 'end', title: '结束' },
  ],
  edges: [
    { from: 'submit', to: 'manager' },
    { from: 'manager', to: 'size' },
    { from: 'size', to: 'risk', when: 'amount >= 100000 and level = "A"' },
    { from: 'size', to: 'done', otherwise: true },
    { from: 'risk', to: 'done' },
  ],
};
const WORKFLOW = '/tenants/demo/apps/crm/workflows/credit';
const asked = {
  manager: { people: [{ id: 'm2', name: '李雷' }], via: 'rule' },
  risk: { people: [{ id: 'm3', name: '韩梅梅' }], via: 'rule' },
};
const server = (more: Record<string, unknown> = {}) =>
  serve({
    'GET /tenants/demo/members': { items: [{ id: 'm1', name: '小明', username: 'ming' }], next: null },
    'GET /tenants/demo/departments': { items: [], next: null },
    'GET /tenants/demo/purposes': { items: [], next: null },
    'GET /tenants/demo/roles': { items: [{ key: 'risk', members: 2 }], next: null },
    [`POST ${WORKFLOW}/assignees/try`]: { nodes: asked },
    ...more,
  });

const seen = { now: flow };
function Harness({ findings = [] }: { findings?: Finding[] }) {
  const [past, setPast] = useState<Flow[]>([flow]);
  const [selection, select] = useState<string | null>(null);
  const document = past.at(-1) ?? flow;
  useEffect(() => {
    seen.now = document;
  });
  const studio: Studio<Flow> = {
    place: { tenant: 'demo', app: 'crm', kind: 'workflows', key: 'credit' },
    document,
    selection,
    select,
    change: (_, recipe, more) => {
      const next = recipe(document);
      if (next !== document) setPast([...past, next]);
      if (more?.select !== undefined) select(more.select);
    },
    undo: () => setPast(past.slice(0, -1)),
    redo: () => undefined,
    undoLabel: undefined,
    redoLabel: undefined,
    saving: 'saved',
    problem: undefined,
    revision: past.length,
    flush: async () => true,
    conflict: undefined,
    resolve: () => undefined,
  };
  return (
    <FlowWorkspace studio={studio} flow={document} fields={fields} checked={{ findings, fresh: true }} stored={flow} />
  );
}
const show = (findings?: Finding[]) => renderPage(<Harness {...(findings ? { findings } : {})} />);
const card = (name: RegExp) =>
  screen.getAllByRole('button', { name }).find((each) => each.dataset['node']) as HTMLElement;
const panel = () => screen.getByRole('complementary', { name: '设置' });
const keys = () => seen.now.nodes.map(({ key }) => key);

beforeEach(() => {
  startMessages();
  seen.now = flow;
});

describe('the workflow designer', () => {
  it('shows on each card who it would be, how they sign, and how many protected fields are seen', async () => {
    server();
    const { container } = show();
    expect(await screen.findByText('发起人的部门主管：李雷')).toBeInTheDocument();
    expect(card(/主管审批/)).toHaveTextContent('或签');
    expect(card(/主管审批/)).toHaveTextContent('此处能看到 1 个受保护字段的明文');
    expect(card(/主管审批/)).toHaveTextContent('2 天');
    expect(card(/金额 ≥ 100000 且 等级 等于 重点/)).toBeInTheDocument();
    expect(card(/其他情况/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('adds a step between two and selects it', async () => {
    server();
    show();
    fireEvent.click(screen.getByRole('button', { name: '在“主管审批”之后添加' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /抄送/ }));
    await waitFor(() => expect(keys()).toContain('cc'));
    expect(seen.now.edges.filter(({ from }) => from === 'manager')).toEqual([{ from: 'manager', to: 'cc' }]);
    expect(within(panel()).getByRole('heading', { name: '抄送' })).toBeInTheDocument();
  });

  it('is walked and changed by keys', async () => {
    server();
    show();
    fireEvent.click(card(/提交/));
    fireEvent.keyDown(card(/提交/), { key: 'ArrowDown' });
    expect(card(/主管审批/)).toHaveFocus();
    expect(card(/主管审批/)).toHaveAttribute('aria-pressed', 'true');
    fireEvent.keyDown(card(/主管审批/), { key: 'Delete' });
    await waitFor(() => expect(keys()).not.toContain('manager'));
    fireEvent.keyDown(card(/提交/), { key: 'ArrowDown' });
  });

  it('writes a condition by comparisons and reads it as a sentence', () => {
    server();
    show();
    fireEvent.click(card(/金额 ≥ 100000/));
    fireEvent.change(within(panel()).getAllByRole('textbox', { name: '值' })[0] as HTMLElement, {
      target: { value: '5' },
    });
    expect(seen.now.edges[2]?.when).toBe('amount >= 5 and level = "A"');
    expect(within(panel()).getByText('金额 ≥ 5 且 等级 等于 重点')).toBeInTheDocument();
  });

  it('offers no way to read what a tag withholds', async () => {
    server();
    show();
    fireEvent.click(card(/主管审批/));
    expect(within(panel()).getByRole('row', { name: /身份证号/ })).toBeInTheDocument();
    fireEvent.click(within(panel()).getByText('受保护'));
    expect(within(panel()).queryByRole('row', { name: /^金额/ })).not.toBeInTheDocument();
    fireEvent.mouseDown(within(panel()).getByRole('combobox', { name: '身份证号' }));
    const read = (await screen.findAllByText('可见')).map((each) => each.closest('.ant-select-item-option'));
    expect(read.some((option) => option?.classList.contains('ant-select-item-option-disabled'))).toBe(true);
  });

  it('shows findings at their place and leads there', async () => {
    server();
    show([
      {
        severity: 'error',
        code: 'workflow.sees-too-much',
        pointer: '/nodes/1/fields/idNumber',
        params: { field: 'idNumber' },
      },
    ]);
    expect(within(card(/主管审批/)).getByRole('img', { name: '有错误' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '模拟运行' })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: '1 项检查结果' }));
    fireEvent.click(await screen.findByRole('button', { name: /这一步能看到的内容/ }));
    expect(within(panel()).getByRole('list', { name: '这里的检查结果' })).toHaveTextContent('字段：身份证号');
  });

  it('writes a condition as an expression, with what is wrong beneath it and its fields at hand', async () => {
    server();
    show([
      {
        severity: 'error',
        code: 'expression.unknown-name',
        pointer: '/edges/2/when',
        params: { name: 'amonut' },
      },
    ]);
    fireEvent.click(card(/金额 ≥ 100000/));
    fireEvent.click(within(panel()).getByText('公式'));
    const box = await within(panel()).findByLabelText('公式', { selector: '.cm-content' }, { timeout: 30_000 });
    expect(box).toHaveTextContent('amount >= 100000 and level = "A"');
    expect(within(panel()).getByRole('alert')).toHaveTextContent('没有名为“amonut”的字段或名称');
    fireEvent.click(within(panel()).getByRole('button', { name: /^插入字段/ }));
    expect(await screen.findByRole('menuitem', { name: '等级' })).toBeInTheDocument();
    expect(within(panel()).getByRole('button', { name: '试算' })).toBeInTheDocument();
  });

  it('is written as JSON, without another key or form', async () => {
    server({ [`GET ${WORKFLOW}`]: { version: 1, definition: { ...flow, title: '旧授信' } } });
    show();
    fireEvent.click(screen.getByText('JSON'));
    expect(await screen.findByLabelText('JSON', { selector: '.cm-content' }, { timeout: 30_000 })).toBeInTheDocument();
    fireEvent.click(screen.getByText('与已发布版本比较'));
    await waitFor(() => expect(document.querySelector('.cm-deletedChunk')).toHaveTextContent('旧授信'));
  });

  it('asks who it would be for another initiator', async () => {
    const requests = server();
    show();
    fireEvent.click(card(/主管审批/));
    fireEvent.mouseDown(within(panel()).getByRole('combobox', { name: '如果提交人是…' }));
    fireEvent.click(await screen.findByTitle('小明'));
    await waitFor(() => expect(requests.at(-1)?.body).toEqual({ initiator: 'm1', data: {} }));
    expect(await within(panel()).findByText('李雷')).toBeInTheDocument();
  });

  it('steps through a simulated run', async () => {
    const step = { taken: [], people: [], via: null, outcome: null, offered: [], fields: {}, sets: [] };
    const start = { ...step, node: 'submit', taken: [0] };
    const open = {
      ...step,
      node: 'manager',
      people: [{ id: 'm2', name: '李雷' }],
      via: 'rule',
      offered: ['approve', 'reject'],
      fields: { amount: 'read', idNumber: 'masked' },
    };
    server({
      'POST /tenants/demo/apps/crm/forms/customer/records/query': { items: [], next: null },
      [`POST ${WORKFLOW}/simulate`]: ({ body }: { body: { answers: string[] } }) =>
        body.answers.length === 0
          ? { starts: true, status: 'open', steps: [start, open] }
          : { starts: true, status: 'rejected', steps: [start, { ...open, outcome: 'reject' }] },
    });
    show();
    fireEvent.click(screen.getByRole('button', { name: '模拟运行' }));
    // Loaded when it is first opened, which takes a while on a busy machine.
    fireEvent.click(await screen.findByRole('button', { name: '运行' }, { timeout: 30_000 }));
    const run = screen.getByRole('complementary', { name: '模拟运行' });
    expect(await within(run).findByRole('heading', { name: '主管审批' })).toBeInTheDocument();
    expect(within(run).getByText('李雷')).toBeInTheDocument();
    expect(within(run).getByText('身份证号').closest('div')).toHaveTextContent('脱敏');
    fireEvent.click(within(run).getByRole('button', { name: '拒绝' }));
    expect(await within(run).findByText('流程结束：已拒绝。')).toBeInTheDocument();
  });
});
