import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { customerAnswer, CUSTOMER } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve, Versioned, type Request } from '../../testing/server';
import type { Dashboard } from '../model';
import { DashboardDesignPage } from './DashboardDesignPage';

const PLACE = '/tenants/demo/apps/crm/dashboards/sales';
const draft: Dashboard = {
  kind: 'dashboard',
  key: 'sales',
  title: '销售',
  widgets: [
    {
      key: 'level',
      kind: 'pie',
      title: '等级',
      form: 'customer',
      at: { x: 0, y: 0, w: 6, h: 5 },
      groupBy: [{ field: 'level' }],
    },
  ],
};
const group = { groups: [{ keys: ['A'], values: [3] }], more: false, few: false, narrows: true };
const served = {
  'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'customer', title: '客户', version: 1 }], next: null },
  [`GET ${CUSTOMER}`]: customerAnswer,
  [`GET ${PLACE}/draft`]: new Versioned(1, draft),
  [`PUT ${PLACE}/draft`]: new Versioned(2, { findings: [], revision: 2 }),
  [`POST ${PLACE}/publish`]: { findings: [], version: 1 },
  [`POST ${PLACE}/preview`]: { widgets: { level: group } },
};
const show = () =>
  renderPage(<DashboardDesignPage />, {
    at: '/t/demo/apps/crm/dashboards/sales/design',
    path: '/t/:tenant/apps/:app/dashboards/:dashboard/design',
  });
const saved = (asked: Request[]) =>
  asked.filter(({ method, path }) => method === 'PUT' && path === `${PLACE}/draft`).at(-1)?.body as Dashboard;

beforeEach(() => startMessages());

describe('designing a dashboard', () => {
  it('adds a widget that is ready to be looked at, takes it back, and saves as one goes', async () => {
    const asked = serve(served);
    const { container } = show();
    await screen.findByRole('img', { name: /等级/ });
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /^添加 折线图/ }));
    await waitFor(() => expect(saved(asked)?.widgets).toHaveLength(2), { timeout: 12_000 });
    expect(saved(asked).widgets[1]).toMatchObject({
      key: 'line-1',
      form: 'customer',
      groupBy: [{ field: 'createdAt', by: 'month' }],
      at: { x: 6, y: 0, w: 6, h: 5 },
    });
    fireEvent.click(screen.getByRole('button', { name: /^撤销/ }));
    await waitFor(() => expect(saved(asked)?.widgets).toHaveLength(1), { timeout: 12_000 });
  });

  it('moves and sizes a widget by the keyboard', async () => {
    const asked = serve(served);
    show();
    const grip = await screen.findByRole('button', { name: '移动 等级' });
    fireEvent.keyDown(grip, { key: 'ArrowRight' });
    fireEvent.keyDown(grip, { key: 'ArrowDown', shiftKey: true });
    expect(await screen.findByText('第 2 列，第 1 行，宽 6，高 6')).toBeInTheDocument();
    await waitFor(() => expect(saved(asked)?.widgets[0]?.at).toEqual({ x: 1, y: 0, w: 6, h: 6 }), { timeout: 12_000 });
  });

  it('sets a widget up in the panel', async () => {
    const asked = serve(served);
    show();
    fireEvent.click(await screen.findByRole('button', { name: '设置 等级' }));
    const panel = await screen.findByRole('complementary', { name: '组件设置' });
    fireEvent.change(within(panel).getByLabelText('名称'), { target: { value: '客户等级' } });
    await waitFor(() => expect(saved(asked)?.widgets[0]?.title).toBe('客户等级'), { timeout: 12_000 });
  });
});
