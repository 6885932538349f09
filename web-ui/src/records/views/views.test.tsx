import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, aView, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const mine = aView();
const ofForm = aView({
  id: 'definition:all',
  title: { 'zh-CN': '全部客户' },
  filter: null,
  sort: [],
  owner: null,
  editable: false,
});
const others = aView({
  id: '0190c000-0000-7000-8000-000000000002',
  title: '到期客户',
  owner: { id: 'm2', name: '韩梅梅' },
  shared: true,
  editable: false,
});
const served = (views = [ofForm, mine, others]) => ({
  [`GET ${CUSTOMER}`]: customerAnswer,
  [`GET ${CUSTOMER}/views`]: { items: views, next: null },
  [`POST ${CUSTOMER}/records/query`]: { items: [aCustomer()], next: null, count: { value: 1, exact: true } },
});
const open = (search = '') =>
  renderPage(<RecordListPage />, { at: CUSTOMER_PAGE + search, path: '/t/:tenant/apps/:app/forms/:form' });
const queries = (asked: Request[]) =>
  asked.filter((each) => each.path.endsWith('/query')).map((each) => each.body as Record<string, unknown>);
const sent = (asked: Request[], method: string) =>
  asked.find((each) => each.method === method && each.path.includes('/views'));

async function choose(action: string) {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '视图操作' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: action }));
  return user;
}

/** At once: letter by letter it would race with the menu, which gives the keyboard back while it closes. */
function name(dialog: HTMLElement, text: string) {
  fireEvent.change(within(dialog).getByLabelText('名称'), { target: { value: text } });
}

beforeEach(() => startMessages());

describe('views of a list', () => {
  it('are offered, and one asks its question with its columns and order', async () => {
    const asked = serve(served());
    const { container } = open();
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    expect(queries(asked)[0]?.['filter']).toBeUndefined();
    fireEvent.click(screen.getByRole('radio', { name: /重点客户/ }));
    await waitFor(() => expect(queries(asked).at(-1)).toMatchObject({ filter: mine.filter, sort: ['-amount'] }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: /姓名/ })).toBeNull());
    expect(screen.getByRole('columnheader', { name: /手机/ })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('never ask for more than the view while the views are not there yet', async () => {
    const asked = serve(served());
    open(`?view=${mine.id}`);
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    expect(queries(asked).every((body) => JSON.stringify(body['filter']) === JSON.stringify(mine.filter))).toBe(true);
  });

  it('say so when the view of an address is gone, and show nothing in its place', async () => {
    const asked = serve(served());
    open('?view=0190c000-0000-7000-8000-00000000dead');
    expect(await screen.findByText('这个视图打不开')).toBeInTheDocument();
    expect(queries(asked)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '查看全部' }));
    expect(await screen.findByRole('link', { name: /KH-202601-00001/ })).toBeInTheDocument();
  });

  it('say why a view cannot be used, and ask nothing', async () => {
    const broken = {
      ...mine,
      usable: false,
      reason: 'view.field-missing',
      filter: undefined,
    } as unknown as typeof mine;
    const asked = serve(served([ofForm, broken]));
    open(`?view=${mine.id}`);
    expect(await screen.findByText(/字段已不存在/)).toBeInTheDocument();
    expect(queries(asked)).toEqual([]);
    expect(screen.queryByRole('button', { name: /导出/ })).toBeNull();
    await choose('视图设置');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/筛选和排序已经失效/)).toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(sent(asked, 'PATCH')?.body).toMatchObject({ filter: null, sort: [], title: '重点客户' }),
    );
  });

  it('are saved with the filter, the order and the fields as they stand', async () => {
    const made = aView({ id: '0190c000-0000-7000-8000-000000000003', title: '我的新视图' });
    const asked = serve({ ...served(), [`POST ${CUSTOMER}/views`]: made });
    open(`?sort=-amount&f=${encodeURIComponent('[{"field":"level","op":"in","value":["B"]}]')}`);
    const user = await choose('另存为新视图');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(within(dialog).getByText('请填写名称')).toBeInTheDocument();
    name(dialog, '我的新视图');
    await user.click(within(dialog).getByRole('switch', { name: '共享给所有人' }));
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(sent(asked, 'POST')?.body).toMatchObject({
        title: '我的新视图',
        kind: 'table',
        filter: { field: 'level', op: 'in', value: ['B'] },
        sort: ['-amount'],
        shared: true,
      }),
    );
    expect(sent(asked, 'POST')?.headers).toHaveProperty('Idempotency-Key');
  });

  it('have conditions of their own that are loosened where they were set', async () => {
    const filter = {
      and: [{ field: 'level', op: 'in', value: ['A'] }, { not: { field: 'owner', op: 'eq', value: 'm1' } }],
    };
    const asked = serve({
      ...served([ofForm, aView({ filter })]),
      [`PATCH ${CUSTOMER}/views/${mine.id}`]: mine,
      'GET /tenants/demo/members': { items: [{ id: 'm1', name: '李雷' }], next: null },
    });
    open(`?view=${mine.id}`);
    const user = await choose('修改视图的条件');
    const editor = within(await screen.findByRole('form', { name: '筛选' }));
    expect(await editor.findByText('李雷')).toBeInTheDocument();
    await user.click(editor.getAllByRole('combobox', { name: '字段' })[0] as HTMLElement);
    expect(screen.queryByText('手机', { selector: '.ant-select-item-option-content' })).toBeNull();
    await user.click(editor.getByRole('button', { name: '移除条件 1' }));
    await user.click(editor.getByRole('button', { name: '应用' }));
    await waitFor(() =>
      expect(sent(asked, 'PATCH')?.body).toEqual({ filter: { not: { field: 'owner', op: 'eq', value: 'm1' } } }),
    );
  }, 30_000);

  it('show at its place what the server refuses', async () => {
    serve({
      ...served(),
      [`POST ${CUSTOMER}/views`]: new Refusal(422, {
        code: 'view.invalid',
        errors: [
          { pointer: '/fields/0', code: 'field.unknown' },
          { pointer: '/title', code: 'view.title-required' },
        ],
      }),
    });
    open();
    const user = await choose('另存为新视图');
    const dialog = await screen.findByRole('dialog');
    name(dialog, 'x');
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    expect(await within(dialog).findByText('请填写名称。')).toBeInTheDocument();
  });

  it('of others are not changed', async () => {
    serve(served());
    open(`?view=${others.id}`);
    await userEvent.setup().click(await screen.findByRole('button', { name: '视图操作' }));
    expect(await screen.findByRole('menuitem', { name: '另存为新视图' })).toBeInTheDocument();
    expect(screen.queryByRole('menuitem', { name: '视图设置' })).toBeNull();
    expect(screen.queryByRole('menuitem', { name: '删除视图' })).toBeNull();
  });

  it('of one’s own are shared, and deleted with a way back', async () => {
    const asked = serve({
      ...served(),
      [`PATCH ${CUSTOMER}/views/${mine.id}`]: { ...mine, shared: true },
      [`DELETE ${CUSTOMER}/views/${mine.id}`]: {},
      [`POST ${CUSTOMER}/views/${mine.id}/restore`]: mine,
    });
    open(`?view=${mine.id}`);
    await choose('共享给所有人');
    await waitFor(() => expect(sent(asked, 'PATCH')?.body).toEqual({ shared: true }));
    expect(sent(asked, 'PATCH')?.headers).toMatchObject({ 'If-Match': '"3"' });
    await choose('删除视图');
    await waitFor(() => expect(sent(asked, 'DELETE')).toBeDefined());
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(asked.some((each) => each.path.endsWith('/restore'))).toBe(true));
  });

  it('are not saved while one searches in a protected field', async () => {
    serve(served());
    open();
    const user = userEvent.setup();
    await screen.findByText('138****8000');
    await user.click(screen.getByRole('button', { name: '筛选' }));
    const editor = await screen.findByRole('form', { name: '筛选' });
    await user.click(within(editor).getByRole('combobox', { name: '字段' }));
    fireEvent.click(await screen.findByText('手机', { selector: '.ant-select-item-option-content' }));
    fireEvent.change(within(editor).getByLabelText('值'), { target: { value: '13800138000' } });
    await user.click(within(editor).getByRole('button', { name: '应用' }));
    await choose('另存为新视图');
    const dialog = await screen.findByRole('dialog', { name: '保存视图' });
    expect(within(dialog).getByText(/受保护字段的查找不会保存/)).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: '保存' })).toBeDisabled();
  });
});
