import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const record = aCustomer();
const path = `${CUSTOMER}/records/${record.id}`;
const renamed = aCustomer({ version: 5, data: { ...record.data, name: '王大明' } });
const theirs = aCustomer({
  version: 7,
  updatedBy: { id: 'm2', name: '韩梅梅' },
  data: { ...record.data, name: '王老明' },
});

function open(more: Record<string, unknown> = {}, shown: unknown = record) {
  const asked = serve({
    [`GET ${CUSTOMER}`]: customerAnswer,
    [`GET ${CUSTOMER}/views`]: { items: [], next: null },
    [`POST ${CUSTOMER}/records/query`]: { items: [shown], next: null, count: { value: 1, exact: true } },
    [`PATCH ${path}`]: renamed,
    ...more,
  });
  renderPage(<RecordListPage />, { at: CUSTOMER_PAGE, path: '/t/:tenant/apps/:app/forms/:form' });
  return asked;
}
const cell = async (text: string) => (await screen.findByText(text)).closest('td') as HTMLElement;
const editor = () => screen.findByRole('form', { name: '修改姓名' });
const patches = (asked: Request[]) => asked.filter(({ method }) => method === 'PATCH');

async function type(text: string) {
  fireEvent.doubleClick(await cell('王小明'));
  const form = await editor();
  fireEvent.change(within(form).getByLabelText(/^姓名/), { target: { value: text } });
  return form;
}

beforeEach(() => startMessages());

describe('a value changed in the table', () => {
  it('is saved by Enter, naming the version that was read, and taken back from the notice', async () => {
    const asked = open();
    const form = await type('王大明');
    expect(await accessibilityFindings(form)).toEqual([]);
    fireEvent.keyDown(within(form).getByLabelText(/^姓名/), { key: 'Enter' });
    await cell('王大明');
    expect(screen.queryByRole('form', { name: '修改姓名' })).toBeNull();
    expect(patches(asked)[0]).toMatchObject({ headers: { 'If-Match': '"4"' }, body: { data: { name: '王大明' } } });
    await waitFor(async () => expect(await cell('王大明')).toHaveFocus());
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() =>
      expect(patches(asked)[1]).toMatchObject({ headers: { 'If-Match': '"5"' }, body: { data: { name: '王小明' } } }),
    );
  });

  it('is opened by F2 and left as it was by Escape', async () => {
    const asked = open();
    const name = await cell('王小明');
    name.focus();
    fireEvent.keyDown(name, { key: 'F2' });
    const input = within(await editor()).getByLabelText(/^姓名/);
    await waitFor(() => expect(input).toHaveFocus());
    fireEvent.change(input, { target: { value: '别的' } });
    fireEvent.keyDown(input, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('form', { name: '修改姓名' })).toBeNull());
    expect(patches(asked)).toEqual([]);
    await waitFor(() => expect(name).toHaveFocus());
  });

  it('says beneath it what the server refuses, and keeps the keyboard', async () => {
    open({
      [`PATCH ${path}`]: new Refusal(422, {
        code: 'record.validation',
        errors: [{ pointer: '/data/name', code: 'record.not-unique' }],
      }),
    });
    const form = await type('王大明');
    const input = within(form).getByLabelText(/^姓名/);
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(await within(form).findByText('这个值已被使用，不能重复。')).toBeInTheDocument();
    expect(input).toHaveValue('王大明');
    expect(input).toHaveAttribute('aria-invalid', 'true');
  });

  it('names who was first and what stands there now; either value can be taken', async () => {
    const asked = open({
      [`GET ${path}`]: theirs,
      [`PATCH ${path}`]: ({ headers }: Request) =>
        headers['If-Match'] === '"7"' ? renamed : new Refusal(412, { code: 'record.stale-version' }),
    });
    const form = await type('王大明');
    fireEvent.click(within(form).getByRole('button', { name: '保存' }));
    expect(await within(form).findByText('韩梅梅刚修改过这条记录。')).toBeInTheDocument();
    expect(within(form).getByText('王老明')).toBeInTheDocument();
    fireEvent.click(within(form).getByRole('button', { name: '用我的覆盖' }));
    await cell('王大明');
    expect(patches(asked).map(({ headers }) => headers['If-Match'])).toEqual(['"4"', '"7"']);
  });
});

describe('what is not changed in the table', () => {
  it('is what is withheld, generated or held by an approval', async () => {
    const asked = open();
    for (const text of ['138****8000', 'KH-202601-00001']) {
      const each = await cell(text);
      expect(each).toHaveAttribute('aria-readonly', 'true');
      fireEvent.doubleClick(each);
    }
    expect(screen.queryByRole('form', { name: /^修改/ })).toBeNull();
    expect(patches(asked)).toEqual([]);
  });

  it('is anything of a record in approval', async () => {
    open({}, { ...record, workflow: { status: 'running', openTasks: [] } });
    expect(await cell('王小明')).toHaveAttribute('aria-readonly', 'true');
  });
});
