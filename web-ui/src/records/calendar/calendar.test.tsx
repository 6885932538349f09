import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import dayjs from 'dayjs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, aView, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const definition = {
  ...customerAnswer,
  definition: {
    ...customerAnswer.definition,
    fields: [
      ...customerAnswer.definition.fields,
      { key: 'due', type: 'date', title: { 'zh-CN': '到期日' } },
      { key: 'until', type: 'date', title: { 'zh-CN': '止于' } },
    ],
  },
};
const calendar = aView({ title: '到期', kind: 'calendar', filter: null, sort: [], date: 'due' });
const record = (number: number, name: string, due: string, more: Record<string, unknown> = {}) =>
  aCustomer({
    id: `0190a000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`,
    data: { ...aCustomer().data, name, due, ...more },
  });
const many = [1, 2, 3, 4, 5].map((number) => record(number, `客户${number}`, '2026-03-04'));

const served = (items: unknown[] = many, view = calendar, next: string | null = null) => ({
  [`GET ${CUSTOMER}`]: definition,
  [`GET ${CUSTOMER}/views`]: { items: [view], next: null },
  [`POST ${CUSTOMER}/records/query`]: { items, next },
});
const open = (month = '2026-03') =>
  renderPage(<RecordListPage />, {
    at: `${CUSTOMER_PAGE}?view=${calendar.id}&month=${month}`,
    path: '/t/:tenant/apps/:app/forms/:form',
  });
const queries = (asked: Request[]) =>
  asked.filter((each) => each.path.endsWith('/query')).map((each) => each.body as Record<string, unknown>);

beforeEach(() => startMessages());

describe('a calendar', () => {
  it('asks for the weeks that it shows, and puts records on their days', async () => {
    const asked = serve(served());
    const { container } = open();
    await screen.findByText('客户1');
    const grid = screen.getByRole('grid', { name: '月历' });
    expect(within(grid).getByRole('link', { name: '客户1' })).toHaveAttribute(
      'href',
      `${CUSTOMER_PAGE}/records/${many[0]?.id}`,
    );
    expect(screen.getByRole('heading', { name: '2026年3月' })).toBeInTheDocument();
    expect(queries(asked)).toHaveLength(1);
    expect(queries(asked)[0]).toMatchObject({
      filter: { field: 'due', op: 'between', value: ['2026-02-23', '2026-04-05'] },
    });
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('shows a few of a day and all of them on request, page by page', async () => {
    const asked = serve(served());
    open();
    fireEvent.click(await screen.findByText('还有 2 条'));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText('客户5')).toBeInTheDocument();
    expect(queries(asked).at(-1)).toMatchObject({
      filter: { field: 'due', op: 'between', value: ['2026-03-04', '2026-03-04'] },
      limit: 20,
    });
  });

  it('shows on request what has no date and so stands nowhere in it', async () => {
    const asked = serve(served());
    open();
    await screen.findByText('客户1');
    fireEvent.click(screen.getByRole('button', { name: '没有日期的记录' }));
    const dialog = await screen.findByRole('dialog', { name: '没有日期的记录' });
    expect(await within(dialog).findByText('客户5')).toBeInTheDocument();
    expect(queries(asked).at(-1)).toMatchObject({ filter: { field: 'due', op: 'isEmpty' }, limit: 20 });
  });

  it('is walked by keyboard, over the end of the month too', async () => {
    const asked = serve(served());
    open();
    const day = (name: RegExp) => screen.getByRole('button', { name });
    await screen.findByText('客户1');
    fireEvent.keyDown(day(/^2026年3月1日/), { key: 'ArrowRight' });
    await waitFor(() => expect(day(/^2026年3月2日/)).toHaveFocus());
    fireEvent.keyDown(day(/^2026年3月2日/), { key: 'ArrowDown' });
    await waitFor(() => expect(day(/^2026年3月9日/)).toHaveFocus());
    fireEvent.keyDown(day(/^2026年3月9日/), { key: 'PageDown' });
    expect(await screen.findByRole('heading', { name: '2026年4月' })).toBeInTheDocument();
    await waitFor(() => expect(day(/^2026年4月9日/)).toHaveFocus());
    expect(queries(asked).at(-1)).toMatchObject({
      filter: { field: 'due', op: 'between', value: ['2026-03-30', '2026-05-03'] },
    });
  });

  it('goes to other months and back to today', async () => {
    serve(served([]));
    open('2026-12');
    fireEvent.click(await screen.findByRole('button', { name: '下个月' }));
    expect(await screen.findByRole('heading', { name: '2027年1月' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '今天' }));
    const now = dayjs();
    expect(await screen.findByRole('heading', { name: `${now.year()}年${now.month() + 1}月` })).toBeInTheDocument();
  });

  it('shows what lasts on each of its days', async () => {
    const asked = serve(
      served([record(1, '长约', '2026-03-30', { until: '2026-04-02' })], { ...calendar, end: 'until' }),
    );
    open('2026-04');
    expect(await screen.findAllByRole('link', { name: /长约/ })).toHaveLength(4);
    expect(JSON.stringify(queries(asked)[0]?.['filter'])).toContain(
      '{"field":"until","op":"gte","value":"2026-03-30"}',
    );
  });

  it('compares points in time by the reader’s days, and says that there is more than it shows', async () => {
    const asked = serve(served(many, { ...calendar, date: 'createdAt' }, 'c1'));
    open('2026-01');
    expect(await screen.findByText('已显示 5 条，还有更多')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '没有日期的记录' })).toBeNull();
    expect(queries(asked)[0]).toMatchObject({
      filter: {
        field: 'createdAt',
        op: 'between',
        value: [dayjs('2025-12-29').startOf('day').toISOString(), dayjs('2026-02-01').endOf('day').toISOString()],
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    await waitFor(() => expect(queries(asked).at(-1)).toMatchObject({ after: 'c1' }));
  });

  it('is a list of days at phone width', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({
      matches: query.includes('max-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }));
    serve(served());
    open();
    expect(await screen.findByRole('heading', { name: /2026年3月4日/ })).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
    expect(screen.getAllByRole('link', { name: /客户/ })).toHaveLength(5);
  });
});
