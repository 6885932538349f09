import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import dayjs from 'dayjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Share } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { RecordListPage, RecordPage } from '../pages';
import { cannotBe, endOf } from './days';

const customer = aCustomer();
const record = `${CUSTOMER}/records/${customer.id}`;
const may = (...actions: string[]) => ({ ...customerAnswer, actions });
const members = [
  { id: 'm1', name: '李雷', username: 'lilei', departments: [], roles: [], enabled: true },
  { id: 'm2', name: '韩梅', username: 'hanmei', departments: [], roles: [], enabled: true },
];
const aShare = (more: Partial<Share> = {}): Share => ({
  id: '0190a000-0000-7000-8000-0000000000aa',
  member: { id: 'm2', name: '韩梅' },
  sharedBy: { id: 'm1', name: '李雷' },
  createdAt: '2026-11-01T00:00:00Z',
  until: '2027-01-31T12:00:00Z',
  ...more,
});
const page = (...items: Share[]) => ({ items, next: null });
const base = {
  'GET /me': { id: 'm2', name: '韩梅', locale: 'zh-CN', tenants: [] },
  [`GET ${CUSTOMER}`]: may('read', 'share'),
  [`GET ${record}`]: customer,
  [`GET ${record}/history`]: { items: [], next: null },
  [`GET ${record}/comments`]: { items: [], next: null },
  [`GET ${record}/shares`]: page(),
  [`POST ${CUSTOMER}/records/query`]: { items: [], next: null, count: { value: 0, exact: true } },
  'GET /tenants/demo/members': { items: members, next: null },
};
const open = () =>
  renderPage(<RecordPage />, {
    at: `${CUSTOMER_PAGE}/records/${customer.id}`,
    path: '/t/:tenant/apps/:app/forms/:form/records/:id',
  });
const PATIENCE = { timeout: 10_000 };

async function dialog(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole('button', { name: '共享' }, PATIENCE));
  return screen.findByRole('dialog', { name: '共享这条记录' });
}

async function choose(box: HTMLElement, name: string) {
  fireEvent.mouseDown(within(box).getByLabelText('共享给'));
  fireEvent.click(await screen.findByTitle(name));
}

beforeEach(() => startMessages());

describe('sharing a record', () => {
  it('is offered to those alone who may', async () => {
    serve({ ...base, [`GET ${CUSTOMER}`]: may('read', 'update') });
    open();
    await screen.findByRole('button', { name: /编辑/ }, PATIENCE);
    expect(screen.queryByRole('button', { name: '共享' })).toBeNull();
  });

  it('sends a colleague and the end of the last day', async () => {
    const asked = serve({ ...base, [`POST ${record}/shares`]: aShare() });
    open();
    const box = await dialog();
    expect(await within(box).findByText('还没有共享给任何人')).toBeInTheDocument();
    await choose(box, '韩梅');
    fireEvent.click(within(box).getByRole('button', { name: '共享' }));
    await waitFor(() => expect(asked.some((each) => each.method === 'POST')).toBe(true));
    expect(asked.find((each) => each.method === 'POST')?.body).toEqual({
      member: 'm2',
      until: endOf(dayjs().add(30, 'day')),
    });
    expect(await accessibilityFindings(box)).toEqual([]);
  });

  it('asks for a colleague before it sends anything', async () => {
    const asked = serve(base);
    open();
    const box = await dialog();
    fireEvent.click(within(box).getByRole('button', { name: '共享' }));
    expect(await within(box).findByText('请选择一位同事。')).toBeInTheDocument();
    expect(asked.some((each) => each.method === 'POST')).toBe(false);
  });

  it('says at its place what the server refuses', async () => {
    serve({
      ...base,
      [`POST ${record}/shares`]: new Refusal(422, {
        code: 'record.validation',
        errors: [{ code: 'share.no-read', pointer: '/member' }],
      }),
    });
    open();
    const box = await dialog();
    await choose(box, '韩梅');
    fireEvent.click(within(box).getByRole('button', { name: '共享' }));
    expect(await within(box).findByText(/这位同事的权限组不含查看/)).toBeInTheDocument();
    expect(within(box).getByLabelText('共享给')).toHaveAttribute('aria-invalid', 'true');
  });

  it('lists who reads it and ends a share', async () => {
    const asked = serve({
      ...base,
      [`GET ${record}/shares`]: page(aShare()),
      [`DELETE ${record}/shares/${aShare().id}`]: {},
    });
    open();
    const box = await dialog();
    fireEvent.click(await within(box).findByRole('button', { name: '结束共享：韩梅' }));
    await waitFor(() => expect(asked.some((each) => each.method === 'DELETE')).toBe(true));
  });

  it('says so when the list does not load', async () => {
    serve({ ...base, [`GET ${record}/shares`]: new Refusal(500, { code: 'internal' }) });
    open();
    const box = await dialog();
    expect(await within(box).findByText('共享名单没有加载成功', {}, PATIENCE)).toBeInTheDocument();
  });
});

describe('a shared record', () => {
  it('says by whom and until when, and is given up', async () => {
    const asked = serve({
      ...base,
      [`GET ${CUSTOMER}`]: may('read'),
      [`GET ${record}`]: { ...customer, shared: true },
      [`GET ${record}/shares`]: page(aShare()),
      [`DELETE ${record}/shares/${aShare().id}`]: {},
    });
    const { container } = open();
    expect(await screen.findByText(/李雷 与你共享了这条记录，2027年1月31日 到期/, {}, PATIENCE)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '不再需要' }));
    await waitFor(() => expect(asked.some((each) => each.method === 'DELETE')).toBe(true));
  });

  it('asks nothing where nobody shares it', async () => {
    const asked = serve(base);
    open();
    await screen.findByRole('button', { name: '共享' }, PATIENCE);
    expect(asked.some((each) => each.path.endsWith('/shares'))).toBe(false);
  });
});

describe('the quick filter', () => {
  it('asks for what is shared, says what it is where nothing is, and goes back to all', async () => {
    const asked = serve({ ...base, [`GET ${CUSTOMER}/views`]: { items: [], next: null } });
    const { container } = renderPage(<RecordListPage />, {
      at: CUSTOMER_PAGE,
      path: '/t/:tenant/apps/:app/forms/:form',
    });
    const quick = await screen.findByRole('button', { name: '与我共享' }, PATIENCE);
    expect(quick).toHaveAttribute('aria-pressed', 'false');
    fireEvent.click(quick);
    expect(await screen.findByText('没有与你共享的记录')).toBeInTheDocument();
    expect(quick).toHaveAttribute('aria-pressed', 'true');
    const last = () => asked.filter(({ path }) => path.endsWith('/query')).at(-1)?.body;
    expect(last()).toMatchObject({ shared: true });
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '查看全部' }));
    expect(await screen.findByText('还没有记录')).toBeInTheDocument();
    expect(quick).toHaveAttribute('aria-pressed', 'false');
  });
});

describe('the last day', () => {
  const now = dayjs('2026-11-26T10:00:00');

  it.each([
    ['2026-11-25', true],
    ['2026-11-26', false],
    ['2027-02-23', false],
    ['2027-02-24', true],
  ])('%s cannot be chosen: %s', (day, refused) => {
    expect(cannotBe(dayjs(day), now)).toBe(refused);
  });
});
