import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordBinPage, RecordListPage } from '../pages';
import { changeable, replaced } from './changeable';

const first = aCustomer();
const second = aCustomer({ id: '0190a000-0000-7000-8000-000000000002', data: { ...first.data, name: '李小红' } });
const may = (...actions: string[]) => ({ ...customerAnswer, actions });
const base = {
  [`GET ${CUSTOMER}`]: may('read', 'update', 'delete', 'restore'),
  [`POST ${CUSTOMER}/records/query`]: { items: [first, second], next: null, count: { value: 2, exact: true } },
  'GET /tenants/demo/members': { items: [], next: null },
};
const openList = () => renderPage(<RecordListPage />, { at: CUSTOMER_PAGE, path: '/t/:tenant/apps/:app/forms/:form' });
const openBin = () =>
  renderPage(<RecordBinPage />, { at: `${CUSTOMER_PAGE}/bin`, path: '/t/:tenant/apps/:app/forms/:form/bin' });
const sent = (asked: Request[], action: string) => asked.filter((each) => each.path.endsWith(action));
const PATIENCE = { timeout: 10_000 };
const both = async () => fireEvent.click(await screen.findByRole('checkbox', { name: '选择本页' }, PATIENCE));
const done = { ids: [first.id, second.id], undo: '0190a000-0000-7000-8000-00000000000b' };

beforeEach(() => startMessages());

describe('choosing records', () => {
  it('counts them, and Escape lets go of them', async () => {
    serve(base);
    const { container } = openList();
    await both();
    expect(await screen.findByText('已选 2 条')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: '选择 王小明' }));
    expect(screen.getByText('已选 1 条')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: '所选记录' })).toBeNull();
  });

  it('is nothing for those who only read', async () => {
    serve({ ...base, [`GET ${CUSTOMER}`]: may('read') });
    openList();
    await screen.findAllByRole('link', { name: /KH-202601-00001/ }, PATIENCE);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByRole('button', { name: '回收站' })).toBeNull();
  });

  it('offers what all of them let this reader change', () => {
    const form = parseForm(customerAnswer);
    const locked = aCustomer({ access: { ...first.access, level: 'read' } });
    expect(changeable(form, [first]).map((field) => field.key)).toContain('level');
    expect(changeable(form, [first, locked]).map((field) => field.key)).not.toContain('level');
    expect(changeable(form, [first]).map((field) => field.key)).not.toContain('deals');
    expect(replaced(form, [first])).toEqual(new Set(['mobile', 'idNumber']));
  });
});

describe('doing the same to many', () => {
  it('deletes them and takes that back', async () => {
    const undo = `POST ${CUSTOMER}/records/batches/${done.undo}/undo`;
    const asked = serve({ ...base, [`POST ${CUSTOMER}/records/batch-delete`]: done, [undo]: { ids: done.ids } });
    openList();
    await both();
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(await screen.findByText('已将 2 条记录移到回收站。')).toBeInTheDocument();
    expect(sent(asked, 'batch-delete')[0]?.body).toEqual({ ids: done.ids });
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(await screen.findByText('已撤销，2 条记录回到之前的样子。')).toBeInTheDocument();
  });

  it('asks first where it cannot be taken back', async () => {
    const asked = serve({
      ...base,
      [`GET ${CUSTOMER}`]: may('read', 'delete'),
      [`POST ${CUSTOMER}/records/batch-delete`]: { ...done, undo: null },
    });
    openList();
    await both();
    fireEvent.click(screen.getByRole('button', { name: '删除' }));
    const dialog = await screen.findByRole('dialog');
    expect(sent(asked, 'batch-delete')).toHaveLength(0);
    fireEvent.click(within(dialog).getByRole('button', { name: '删除' }));
    expect(await screen.findByText('已将 2 条记录移到回收站。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
  });

  it('changes a field of all, and goes on without the one that stood in the way', async () => {
    const refusal = new Refusal(422, {
      code: 'record.validation',
      errors: [{ pointer: '/ids/1', code: 'field.required', params: { field: 'idNumber' } }],
    });
    const asked = serve({
      ...base,
      [`POST ${CUSTOMER}/records/batch-update`]: (request: Request) =>
        (request.body as { ids: string[] }).ids.length === 2 ? refusal : { ...done, ids: [first.id] },
    });
    openList();
    await both();
    fireEvent.click(screen.getByRole('button', { name: '修改字段' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('combobox'));
    fireEvent.click(await screen.findByText('授信额度', { selector: '.ant-select-item-option-content' }));
    fireEvent.change(within(dialog).getByLabelText(/^授信额度/), { target: { value: '1000' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '修改 2 条' }));
    expect(await within(dialog).findByText(/^身份证号:/)).toBeInTheDocument();
    expect(within(dialog).getByRole('link', { name: /李小红/ })).toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: '不选这 1 条' }));
    fireEvent.click(within(dialog).getByRole('button', { name: '修改 1 条' }));
    expect(await screen.findByText('已修改 1 条记录。')).toBeInTheDocument();
    expect(sent(asked, 'batch-update').at(-1)?.body).toEqual({ ids: [first.id], data: { creditLimit: '1000' } });
  });
});

describe('the recycle bin', () => {
  it('lists what was deleted and restores one or many', async () => {
    const asked = serve({ ...base, [`POST ${CUSTOMER}/records/batch-restore`]: done });
    const { container } = openBin();
    fireEvent.click(await screen.findByRole('button', { name: '恢复 王小明' }, PATIENCE));
    await waitFor(() => expect(sent(asked, 'batch-restore')[0]?.body).toEqual({ ids: [first.id] }));
    expect(sent(asked, 'query')[0]?.body).toMatchObject({ trashed: true, sort: ['-updatedAt'] });
    await both();
    const bar = screen.getByRole('region', { name: '所选记录' });
    expect(within(bar).queryByRole('button', { name: '删除' })).toBeNull();
    fireEvent.click(within(bar).getByRole('button', { name: '恢复' }));
    await waitFor(() => expect(sent(asked, 'batch-restore')[1]?.body).toEqual({ ids: done.ids }));
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('says that it is empty, and stays closed to those who may not restore', async () => {
    serve({ ...base, [`POST ${CUSTOMER}/records/query`]: { items: [], next: null } });
    const { unmount } = openBin();
    expect(await screen.findByText('回收站是空的')).toBeInTheDocument();
    unmount();
    const asked = serve({ ...base, [`GET ${CUSTOMER}`]: may('read', 'delete') });
    openBin();
    expect(await screen.findByText('回收站没有打开成功')).toBeInTheDocument();
    expect(sent(asked, 'query')).toHaveLength(0);
  });
});
