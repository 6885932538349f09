import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, aView, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const ALL = 1_000_000;
const base = aCustomer();
const numbered = (row: number) =>
  aCustomer({ id: `r${row}`, data: { ...base.data, no: `NO-${row}`, name: `客户${row}` } });

/** A million records by cursor; the cursor is the row behind which it goes on. */
function million({ body }: Request) {
  const { after, limit, from } = body as { after: string | null; limit: number; from?: string };
  const start = after ? Number(after) : from === undefined ? 0 : 500_000;
  return {
    items: Array.from({ length: Math.min(limit, ALL - start) }, (_, index) => numbered(start + index)),
    next: start + limit < ALL ? String(start + limit) : null,
    count: { value: 10_000, exact: false },
  };
}

function open(views: unknown[] = [], search = '') {
  const asked = serve({
    [`GET ${CUSTOMER}`]: customerAnswer,
    [`GET ${CUSTOMER}/views`]: { items: views, next: null },
    [`POST ${CUSTOMER}/records/query`]: million,
    [`PATCH ${CUSTOMER}/views/0190c000-0000-7000-8000-000000000001`]: views[0],
  });
  const page = renderPage(<RecordListPage />, { at: CUSTOMER_PAGE + search, path: '/t/:tenant/apps/:app/forms/:form' });
  return { asked, ...page };
}
const cell = (name: RegExp) => screen.findByRole('gridcell', { name });
const headings = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

beforeEach(() => startMessages());

describe('a table of a million records', () => {
  it('draws the rows in sight, and says which they are', async () => {
    open();
    await cell(/NO-0$/);
    const rows = screen.getAllByRole('row', { hidden: false });
    expect(rows.length).toBeLessThan(60);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '-1');
    expect(screen.getByRole('link', { name: 'NO-3' }).closest('tr')).toHaveAttribute('aria-rowindex', '5');
  });

  it('is gone through by keys, one stop for Tab, and reads on by cursor', async () => {
    const { asked } = open();
    const first = (await cell(/NO-0$/)).closest('td');
    const grid = screen.getByRole('grid');
    expect(
      within(grid)
        .getAllByRole('gridcell')
        .filter((each) => each.tabIndex === 0),
    ).toHaveLength(1);
    fireEvent.focus(first as HTMLElement);
    first?.focus();
    for (let times = 0; times < 6; times += 1)
      fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'PageDown' });
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-cell', expect.stringMatching(/^8\d\//)));
    await waitFor(() => expect(screen.getByRole('link', { name: 'NO-84' })).toBeInTheDocument());
    expect(screen.queryByRole('link', { name: 'NO-0' })).toBeNull();
    expect(asked.some(({ body }) => (body as { after?: string } | undefined)?.after === '50')).toBe(true);
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Enter' });
    expect(await screen.findByRole('status', { name: 'address' })).toHaveTextContent(/\/records\/r84$/);
  });

  it('is found again where one left it, by its cursor', async () => {
    const { asked, router } = open();
    ((await cell(/NO-0$/)).closest('td') as HTMLElement).focus();
    for (let times = 0; times < 6; times += 1)
      fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'PageDown' });
    await waitFor(() => expect(screen.getByRole('link', { name: 'NO-84' })).toBeInTheDocument());
    const left = screen.getByRole('grid').parentElement?.scrollTop;
    expect(left).toBeGreaterThan(2_000);
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'Enter' });
    await screen.findByRole('status', { name: 'address' });
    asked.length = 0;
    await act(() => router.navigate(-1));
    await waitFor(() => expect(screen.getByRole('link', { name: 'NO-84' })).toBeInTheDocument());
    expect(screen.getByRole('grid').parentElement?.scrollTop).toBe(left);
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-cell', expect.stringMatching(/^84\//)));
    expect(screen.queryByRole('link', { name: 'NO-0' })).toBeNull();
    const pages = asked.filter(({ path }) => path.endsWith('/query')).map(({ body }) => body as { offset?: number });
    expect(pages.every((body) => body.offset === undefined)).toBe(true);

    await userEvent.click(screen.getByRole('button', { name: /客户等级/ }));
    await waitFor(() => expect(screen.getByRole('link', { name: 'NO-0' })).toBeInTheDocument());
    expect(screen.getByRole('grid').parentElement?.scrollTop, 'another order begins at its start').toBe(0);
  });

  it('begins at a value of its order, says so, and leads back to the start', async () => {
    const { asked } = open(
      [],
      `?sort=creditLimit&from=${encodeURIComponent('{"field":"creditLimit","value":"1200.5"}')}`,
    );
    await cell(/NO-500000$/);
    const strip = screen.getByText(/前面的记录没有显示/).closest('[role="status"]') as HTMLElement;
    expect(strip).toHaveTextContent(/1,200\.5/);
    expect(asked.find(({ path }) => path.endsWith('/query'))?.body).toMatchObject({
      sort: ['creditLimit'],
      from: '1200.5',
    });
    fireEvent.click(within(strip).getByRole('button', { name: '从头开始' }));
    await cell(/NO-0$/);
  });
});

describe('the columns of a table', () => {
  it('move, grow and are taken back from their headings by keys', async () => {
    open();
    await cell(/NO-0$/);
    const before = headings();
    const sort = screen.getByRole('button', { name: /客户等级/ });
    const at = before.findIndex((text) => text?.includes('客户等级'));
    fireEvent.keyDown(sort, { key: 'ArrowLeft', altKey: true });
    expect(headings()[at - 1]).toContain('客户等级');
    fireEvent.keyDown(screen.getByRole('button', { name: /客户等级/ }), { key: 'ArrowRight', shiftKey: true });
    expect(await screen.findByText(/“客户等级”宽 \d+ 像素/)).toBeInTheDocument();
    fireEvent.keyDown(screen.getByRole('button', { name: /客户等级/ }), { key: 'z', ctrlKey: true });
    fireEvent.keyDown(screen.getByRole('button', { name: /客户等级/ }), { key: 'z', ctrlKey: true });
    expect(headings()).toEqual(before);
  });

  it('are chosen and pinned in a panel and kept by this browser over a view that is not one’s own', async () => {
    const first = open();
    await cell(/NO-0$/);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '列' }));
    const panel = await screen.findByRole('dialog', { name: '列设置' });
    fireEvent.click(within(panel).getByRole('checkbox', { name: '显示“手机”' }));
    fireEvent.click(within(panel).getByRole('button', { name: '固定“姓名”在左侧' }));
    expect(await accessibilityFindings(panel)).toEqual([]);
    expect(headings()[0]).toContain('姓名');
    expect(headings().join()).not.toContain('手机');
    first.unmount();
    open();
    await cell(/NO-0$/);
    expect(headings()[0]).toContain('姓名');
    expect(first.asked.some(({ method }) => method === 'PATCH')).toBe(false);
  });

  it('are saved to a view of one’s own', async () => {
    const mine = aView({ fields: ['no', 'level'], pinned: ['no'], widths: { level: 300 } });
    const { asked } = open([mine], `?view=${mine.id}`);
    await cell(/NO-0$/);
    fireEvent.keyDown(screen.getByRole('button', { name: /客户等级/ }), { key: 'ArrowRight', shiftKey: true });
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({
        fields: ['no', 'level'],
        pinned: ['no'],
        widths: { level: 320 },
      }),
    );
  });
});
