import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { customerAnswer, CUSTOMER } from '../testing/forms';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve, type Request } from '../testing/server';
import { DashboardPage } from './DashboardPage';

const at = { x: 0, y: 0, w: 6, h: 4 };
const definition = {
  kind: 'dashboard',
  key: 'customers',
  title: { 'zh-CN': '客户概览', en: 'Customers' },
  widgets: [
    {
      key: 'all',
      kind: 'number',
      title: '成交',
      form: 'customer',
      at,
      measures: [{ aggregate: 'sum', field: 'amount' }],
    },
    { key: 'level', kind: 'pie', title: '等级', form: 'customer', at: { ...at, y: 4 }, groupBy: [{ field: 'level' }] },
    { key: 'limit', kind: 'number', title: '额度', form: 'customer', at: { ...at, x: 6 } },
    {
      key: 'rows',
      kind: 'table',
      title: '最新',
      form: 'customer',
      at: { ...at, x: 6, y: 4 },
      columns: ['name', 'level'],
    },
  ],
};
const PLACE = '/tenants/demo/apps/crm/dashboards/customers';
const figures = {
  version: 1,
  widgets: {
    all: { groups: [{ keys: [], values: ['12345.60'] }], more: false, few: false, narrows: true },
    level: {
      groups: [
        { keys: ['A'], values: [3] },
        { keys: ['C'], values: [9] },
        { keys: [null], values: [1] },
      ],
      more: true,
      few: true,
      narrows: true,
    },
    limit: { withheld: { code: 'field.not-usable', pointer: '/widgets/2/measures/0/field' } },
    rows: { records: [{ id: 'r1', data: { name: { masked: '王**' }, level: 'A' }, access: { name: 'masked' } }] },
  },
};
const served = {
  [`GET ${PLACE}`]: { version: 1, editable: false, definition },
  [`POST ${PLACE}/data`]: figures,
  [`GET ${CUSTOMER}`]: customerAnswer,
};
const show = () =>
  renderPage(<DashboardPage />, {
    at: '/t/demo/apps/crm/dashboards/customers',
    path: '/t/:tenant/apps/:app/dashboards/:dashboard',
  });

beforeEach(() => startMessages());

describe('a dashboard', () => {
  it('shows numbers, charts with a summary, masked records, and why something is withheld', async () => {
    serve(served);
    const { container } = show();
    expect(await screen.findByText('12,345.60')).toBeInTheDocument();
    const chart = screen.getByRole('img', { name: /等级.*3 组.*潜在：9/ });
    expect(chart).toBeInTheDocument();
    expect(screen.getByText(/只能看到相关字段的脱敏内容/)).toBeInTheDocument();
    expect(screen.getByText('王**')).toBeInTheDocument();
    expect(screen.getByText(/只显示前面的组。 人数太少的组没有显示。/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '设计仪表盘' })).toBeNull();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('has a table for every chart, by whose rows the other widgets are narrowed', async () => {
    const asked = serve(served);
    show();
    fireEvent.click(await screen.findByRole('button', { name: '以表格查看: 等级' }));
    const table = await screen.findByRole('region', { name: '等级：表格' });
    expect(within(table).getByRole('button', { name: '只看 （空）' })).toBeInTheDocument();
    fireEvent.click(within(table).getByRole('button', { name: '只看 重点' }));
    const chip = await screen.findByRole('button', { name: '不再只看 重点' });
    await waitFor(() =>
      expect(asked.filter(isData).at(-1)?.body).toEqual({ picks: [{ widget: 'level', dimension: 0, key: 'A' }] }),
    );
    fireEvent.click(chip);
    expect(screen.queryByRole('button', { name: '不再只看 重点' })).toBeNull();
  });

  it('cannot be narrowed by who sees statistics only', async () => {
    const level = { ...figures.widgets.level, narrows: false };
    serve({ ...served, [`POST ${PLACE}/data`]: { ...figures, widgets: { ...figures.widgets, level } } });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '以表格查看: 等级' }));
    expect(await screen.findByRole('region', { name: '等级：表格' })).toHaveTextContent('重点');
    expect(screen.queryByRole('button', { name: '只看 重点' })).toBeNull();
  });

  it('says what is wrong when it is not there or its figures do not come', async () => {
    serve({ ...served, [`POST ${PLACE}/data`]: new Refusal(503, { code: 'system.unavailable' }) });
    const { unmount } = show();
    expect(await screen.findByText('数字没有加载出来')).toBeInTheDocument();
    unmount();
    serve({});
    show();
    expect(await screen.findByText('仪表盘没有加载出来')).toBeInTheDocument();
  });
});

const isData = ({ method, path }: Request) => method === 'POST' && path.endsWith('/data');
