import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormRecord } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, aView, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const board = aView({
  title: '等级看板',
  kind: 'kanban',
  filter: { field: 'owner', op: 'eq', value: 'm1' },
  sort: [],
  fields: ['name', 'mobile', 'amount'],
  groupBy: 'level',
});
const wang = aCustomer();
const path = `${CUSTOMER}/records/${wang.id}`;

/** Records by the column that is asked for, as a server with one of them would answer. */
function served(record: FormRecord = wang, more: Record<string, unknown> = {}) {
  return {
    [`GET ${CUSTOMER}`]: customerAnswer,
    [`GET ${CUSTOMER}/views`]: { items: [board], next: null },
    [`POST ${CUSTOMER}/records/query`]: ({ body }: Request) => {
      const asked = JSON.stringify((body as { filter: unknown }).filter);
      const here = asked.includes(`"value":"${String(record.data['level'])}"`);
      return { items: here ? [record] : [], next: null };
    },
    ...more,
  };
}
const open = () =>
  renderPage(<RecordListPage />, {
    at: `${CUSTOMER_PAGE}?view=${board.id}`,
    path: '/t/:tenant/apps/:app/forms/:form',
  });
const queries = (asked: Request[]) =>
  asked.filter((each) => each.path.endsWith('/query')).map((each) => each.body as Record<string, unknown>);
const column = (name: RegExp) => screen.findByRole('region', { name });

async function moveTo(title: string) {
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '移动 王小明' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: title }));
}

beforeEach(() => startMessages());

describe('a board', () => {
  it('has a column for each option and one for none, each by one query of the view and its value', async () => {
    const asked = serve(served());
    const { container } = open();
    const prospects = await column(/^潜在/);
    expect(await within(prospects).findByRole('link', { name: '王小明' })).toBeInTheDocument();
    expect(within(prospects).getByText('138****8000')).toBeInTheDocument();
    for (const name of [/^重点/, /^普通/, /^未填写/]) expect(within(await column(name)).queryByRole('link')).toBeNull();
    expect(queries(asked)).toHaveLength(4);
    expect(queries(asked).map((body) => body['filter'])).toEqual([
      { and: [board.filter, { field: 'level', op: 'eq', value: 'A' }] },
      { and: [board.filter, { field: 'level', op: 'eq', value: 'B' }] },
      { and: [board.filter, { field: 'level', op: 'eq', value: 'C' }] },
      { and: [board.filter, { field: 'level', op: 'isEmpty' }] },
    ]);
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('moves a card by its menu: the choice alone is changed, naming the version, and it can be taken back', async () => {
    let now = wang;
    const patch = ({ body }: Request) => {
      const { data } = body as { data: Record<string, unknown> };
      now = { ...now, version: now.version + 1, data: { ...now.data, ...data } };
      return now;
    };
    const asked = serve({
      ...served(wang, { [`PATCH ${path}`]: patch }),
      [`POST ${CUSTOMER}/records/query`]: ({ body }: Request) => ({
        items: JSON.stringify((body as { filter: unknown }).filter).includes(`"value":"${String(now.data['level'])}"`)
          ? [now]
          : [],
        next: null,
      }),
    });
    open();
    await moveTo('重点');
    expect(await within(await column(/^重点/)).findByRole('link', { name: '王小明' })).toBeInTheDocument();
    const patched = () => asked.filter((each) => each.method === 'PATCH');
    expect(patched()[0]?.body).toEqual({ data: { level: 'A' } });
    expect(patched()[0]?.headers).toMatchObject({ 'If-Match': '"4"' });
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(patched()[1]?.body).toEqual({ data: { level: 'C' } }));
    expect(patched()[1]?.headers).toMatchObject({ 'If-Match': '"5"' });
    expect(await within(await column(/^潜在/)).findByRole('link', { name: '王小明' })).toBeInTheDocument();
  });

  it.each([
    [412, 'record.stale-version', /他人刚修改过这条记录，卡片已放回原处/],
    [409, 'record.in-workflow', /卡片已放回原处/],
  ])('puts a card back when the server answers %i', async (status, code, told) => {
    serve(served(wang, { [`PATCH ${path}`]: new Refusal(status, { code }) }));
    open();
    await moveTo('普通');
    expect(await screen.findByText(told)).toBeInTheDocument();
    expect(await within(await column(/^潜在/)).findByRole('link', { name: '王小明' })).toBeInTheDocument();
    expect(within(await column(/^普通/)).queryByRole('link')).toBeNull();
  });

  it('offers no move where the reader may not edit the choice', async () => {
    serve(served({ ...wang, access: { ...wang.access, level: 'read' } }));
    open();
    await screen.findByRole('link', { name: '王小明' });
    expect(screen.queryByRole('button', { name: '移动 王小明' })).toBeNull();
  });

  it('offers no move while an approval holds the record', async () => {
    serve(served({ ...wang, workflow: { status: 'running', openTasks: [] } }));
    open();
    await screen.findByRole('link', { name: '王小明' });
    expect(screen.queryByRole('button', { name: '移动 王小明' })).toBeNull();
  });

  it('loads more of one column by its cursor, and counts only what is longer than a page', async () => {
    const other = { ...wang, id: '0190a000-0000-7000-8000-000000000002' };
    const asked = serve({
      ...served(),
      [`POST ${CUSTOMER}/records/query`]: ({ body }: Request) => {
        const { filter, after, count } = body as { filter: unknown; after?: string; count?: boolean };
        if (!JSON.stringify(filter).includes('"C"')) return { items: [], next: null };
        if (count) return { items: [wang], next: 'c1', count: { value: 41, exact: true } };
        return after ? { items: [other], next: null } : { items: [wang], next: 'c1' };
      },
    });
    open();
    const prospects = await column(/^潜在/);
    expect(await within(prospects).findByText('共 41 条')).toBeInTheDocument();
    expect(queries(asked).filter((body) => body['count'])).toHaveLength(1);
    fireEvent.click(within(prospects).getByRole('button', { name: '加载更多' }));
    await waitFor(() => expect(within(prospects).getAllByRole('link')).toHaveLength(2));
    expect(queries(asked).at(-1)).toMatchObject({ after: 'c1' });
  });
});
