import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../testing/forms';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve, type Request } from '../testing/server';
import { NewRecordPage, RecordListPage, RecordPage } from './pages';

const record = aCustomer();
const path = `${CUSTOMER}/records/${record.id}`;
const base = {
  [`GET ${CUSTOMER}`]: customerAnswer,
  [`GET ${path}`]: record,
  [`GET ${path}/history`]: { items: [], next: null },
  'GET /tenants/demo/purposes': { items: [{ key: 'contract', title: '签订合同' }], next: null },
  'GET /tenants/demo/members': { items: [], next: null },
};
const openRecord = () =>
  renderPage(<RecordPage />, {
    at: `${CUSTOMER_PAGE}/records/${record.id}`,
    path: '/t/:tenant/apps/:app/forms/:form/records/:id',
  });
const openList = (search = '') =>
  renderPage(<RecordListPage />, { at: CUSTOMER_PAGE + search, path: '/t/:tenant/apps/:app/forms/:form' });
const queries = (asked: Request[]) =>
  asked.filter((each) => each.path.endsWith('/query')).map((each) => each.body as Record<string, unknown>);

beforeEach(() => startMessages());

describe('a record', () => {
  it('shows masks with a way to ask, and is accessible', async () => {
    serve(base);
    const { container } = openRecord();
    expect(await screen.findByRole('heading', { name: '王小明' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /查看 身份证号 明文/ })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('saves only what was changed, naming the version that was read', async () => {
    const asked = serve({ ...base, [`PATCH ${path}`]: record });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '编辑' }));
    fireEvent.change(screen.getByLabelText(/^姓名/), { target: { value: '王大明' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(asked.some((each) => each.method === 'PATCH')).toBe(true));
    const patch = asked.find((each) => each.method === 'PATCH');
    expect(patch?.headers).toMatchObject({ 'If-Match': '"4"', 'X-Requested-With': 'jianmi' });
    expect(patch?.body).toEqual({ data: { name: '王大明' } });
  });

  it('replaces a withheld value without ever sending its mask', async () => {
    const asked = serve({ ...base, [`PATCH ${path}`]: record });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '编辑' }));
    fireEvent.click(screen.getByRole('button', { name: '替换 手机' }));
    fireEvent.change(screen.getByLabelText(/^手机/), { target: { value: '13800138001' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(asked.find((each) => each.method === 'PATCH')?.body).toEqual({
        data: { mobile: { replace: '13800138001' } },
      }),
    );
  });

  it('keeps what was typed when somebody else saved first, and shows the conflict', async () => {
    let stored = record;
    const asked = serve({
      ...base,
      [`GET ${path}`]: () => stored,
      [`PATCH ${path}`]: (request: Request) =>
        request.headers['If-Match'] === '"5"' ? stored : new Refusal(412, { code: 'record.stale-version' }),
    });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '编辑' }));
    fireEvent.change(screen.getByLabelText(/^姓名/), { target: { value: '王大明' } });
    stored = aCustomer({ version: 5, data: { ...record.data, name: '王老明' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    fireEvent.click(await screen.findByRole('button', { name: '载入最新并保留我的修改' }));
    expect(await screen.findByText(/他人刚保存的值/)).toHaveTextContent('王老明');
    expect(screen.getByLabelText(/^姓名/)).toHaveValue('王大明');
    await waitFor(() => expect(screen.getByRole('button', { name: '保存' })).toBeEnabled());
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(asked.filter((each) => each.method === 'PATCH')).toHaveLength(2));
  });

  it('puts the server’s findings at their fields', async () => {
    const refusal = new Refusal(422, {
      code: 'record.validation',
      errors: [{ pointer: '/data/name', code: 'record.not-unique' }],
    });
    serve({ ...base, [`PATCH ${path}`]: refusal });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '编辑' }));
    fireEvent.change(screen.getByLabelText(/^姓名/), { target: { value: '王大明' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByText('这个值已被使用，不能重复。')).toBeInTheDocument();
    expect(screen.getByLabelText(/^姓名/)).toHaveAttribute('aria-invalid', 'true');
  });

  it('asks for a purpose and a reason, lends the value, and takes it back at once', async () => {
    const asked = serve({
      ...base,
      [`POST ${path}/reveal`]: {
        grant: 'g',
        expiresAt: new Date(Date.now() + 300_000).toISOString(),
        values: { idNumber: '11010519491231002X' },
      },
    });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: /查看 身份证号 明文/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByRole('button', { name: '查看明文' })).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '核对合同' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '查看明文' }));
    expect(await screen.findByText('11010519491231002X')).toBeInTheDocument();
    expect(asked.find((each) => each.path.endsWith('/reveal'))?.body).toEqual({
      fields: ['idNumber'],
      purpose: 'contract',
      reason: '核对合同',
    });
    fireEvent.click(screen.getByRole('button', { name: '立即隐藏' }));
    expect(screen.queryByText('11010519491231002X')).toBeNull();
    expect(JSON.stringify(localStorage) + JSON.stringify(sessionStorage)).not.toContain('核对合同');
  });
});

describe('a new record', () => {
  it('follows the rules while one types and says what is missing', async () => {
    serve(base);
    renderPage(<NewRecordPage />, { at: `${CUSTOMER_PAGE}/new`, path: '/t/:tenant/apps/:app/forms/:form/new' });
    const limit = await screen.findByLabelText(/^授信额度/);
    expect(screen.queryByText('合同附件')).toBeNull();
    fireEvent.change(limit, { target: { value: '1000' } });
    expect(await screen.findByText('合同附件')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(await screen.findByText('还有 3 处需要补充或更正')).toBeInTheDocument();
    expect(screen.getByLabelText(/^身份证号/)).toHaveAttribute('aria-invalid', 'true');
  });
});

describe('submitting where whoever submits chooses who acts next', () => {
  const form = { key: 'customer', title: '客户', version: 1, actions: ['create'], fields: [] };
  const members = {
    items: [
      { id: 'm2', name: '马克' },
      { id: 'm3', name: '离职者', enabled: false },
    ],
    next: null,
  };
  const table = {
    ...base,
    [`GET ${CUSTOMER}`]: form,
    'GET /tenants/demo/members': members,
    [`POST ${CUSTOMER}/records/compute`]: { chooses: [{ node: 'papers', title: '核对', required: true }] },
    [`POST ${CUSTOMER}/records`]: { id: 'new', access: {} },
  };
  const openNew = () =>
    renderPage(<NewRecordPage />, { at: `${CUSTOMER_PAGE}/new`, path: '/t/:tenant/apps/:app/forms/:form/new' });
  const made = (asked: Request[]) =>
    asked.filter((each) => each.method === 'POST' && each.path === `${CUSTOMER}/records`).map((each) => each.body);

  it('asks for them before, and not without them where somebody has to be chosen', async () => {
    const asked = serve(table);
    openNew();
    fireEvent.click(await screen.findByRole('button', { name: '提交' }));
    const dialog = await screen.findByRole('dialog', { name: '提交给谁处理' });
    const box = within(dialog).getByRole('combobox', { name: /下一步处理人：核对/ });
    await waitFor(() => expect(box).toHaveFocus());
    expect(await accessibilityFindings(dialog)).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: '提交' }));
    expect(await within(dialog).findByText('请选择下一步的处理人。')).toBeInTheDocument();
    expect(made(asked)).toEqual([]);
    fireEvent.mouseDown(box);
    fireEvent.click(await screen.findByText('马克'));
    expect(screen.queryByText('离职者')).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: '提交' }));
    await waitFor(() => expect(made(asked)).toEqual([{ data: {}, submit: true, to: ['m2'] }]));
  });

  it('asks when the server says so, and lets the workflow decide where nobody needs to be chosen', async () => {
    const asked = serve({
      ...table,
      [`POST ${CUSTOMER}/records/compute`]: { chooses: [] },
      [`POST ${CUSTOMER}/records`]: new Refusal(422, { code: 'task.choice-required' }),
    });
    openNew();
    fireEvent.click(await screen.findByRole('button', { name: '提交' }));
    expect(await screen.findByRole('dialog', { name: '提交给谁处理' })).toBeInTheDocument();
    expect(made(asked)).toEqual([{ data: {}, submit: true }]);
  });

  it('saves a draft without asking', async () => {
    const asked = serve(table);
    openNew();
    fireEvent.click(await screen.findByRole('button', { name: '存草稿' }));
    await waitFor(() => expect(made(asked)).toEqual([{ data: {}, submit: false }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a list', () => {
  const listed = {
    ...base,
    [`POST ${CUSTOMER}/records/query`]: ({ body }: Request) =>
      (body as Record<string, unknown>)['after'] === 'c2'
        ? { items: [], next: null }
        : {
            items: [record, { id: 'broken', problem: 'record.integrity' }],
            next: 'c2',
            count: { value: 10000, exact: false },
          },
  };

  it('shows rows, masks, a broken seal and a lazy count, and is accessible', async () => {
    serve(listed);
    const { container } = openList();
    expect(await screen.findByRole('link', { name: /KH-202601-00001/ })).toBeInTheDocument();
    expect(screen.getByText('138****8000')).toBeInTheDocument();
    expect(screen.getByText('封印已破损')).toBeInTheDocument();
    expect(await screen.findByText(/超过 10,000 条/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('reads on by cursor before its end is in sight', async () => {
    const asked = serve(listed);
    openList();
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    await waitFor(() => expect(queries(asked).some((body) => body['after'] === 'c2')).toBe(true));
  });

  it('offers only the declared searches on a withheld field and keeps the words out of the address', async () => {
    const asked = serve(listed);
    openList();
    const user = userEvent.setup();
    await screen.findByText('138****8000');
    await user.click(screen.getByRole('button', { name: '筛选' }));
    const editor = await screen.findByRole('form', { name: '筛选' });
    await user.click(within(editor).getByRole('combobox', { name: '字段' }));
    fireEvent.click(await screen.findByText('手机', { selector: '.ant-select-item-option-content' }));
    fireEvent.change(within(editor).getByLabelText('值'), { target: { value: '13800138000' } });
    await user.click(within(editor).getByRole('button', { name: '应用' }));
    await waitFor(() =>
      expect(queries(asked).at(-1)?.['filter']).toEqual({ field: 'mobile', op: 'eq', value: '13800138000' }),
    );
    expect(window.location.href).not.toContain('13800138000');
  });

  it('brings filter and sort back from the address', async () => {
    const asked = serve(listed);
    openList(`?sort=-amount&f=${encodeURIComponent('[{"field":"level","op":"in","value":["A"]}]')}`);
    await screen.findByRole('list', { name: '已启用的条件' });
    await waitFor(() =>
      expect(queries(asked)[0]).toMatchObject({
        sort: ['-amount'],
        filter: { field: 'level', op: 'in', value: ['A'] },
      }),
    );
  });
});
