import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Me } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { ME, renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { Palette } from './Palette';

const TENANT = '/tenants/demo';
const place = { app: 'crm', form: 'customer', formTitle: { 'zh-CN': '客户' } };
const FOUND = {
  records: [
    {
      ...place,
      id: 'r1',
      title: '王*',
      masked: true,
      match: { field: 'no', title: { 'zh-CN': '编号' }, text: 'KH-0001' },
    },
  ],
  forms: [],
  views: [{ ...place, view: 'v1', title: '重点 KH' }],
  newest: 20000,
  formsLeft: 0,
  exact: true,
};
const names = {
  [`GET ${TENANT}/apps`]: { items: [{ key: 'crm', title: '客户管理' }], next: null },
  [`GET ${TENANT}/apps/crm/forms`]: { items: [{ key: 'customer', title: '客户', version: 1 }], next: null },
  [`GET ${TENANT}/apps/crm/dashboards`]: { items: [{ key: 'sales', title: '销售看板', version: 1 }], next: null },
};

const open = () =>
  renderPage(<Palette tenant="demo" me={{ ...ME, username: 'li', locale: 'zh-CN' } as Me} onClose={vi.fn()} />, {
    path: '/',
  });
const input = () => screen.getByRole('combobox', { name: '搜索或跳转' });

describe('the search', () => {
  beforeEach(() => startMessages());

  it('finds pages, forms and dashboards as one types, without asking the server for one letter', async () => {
    const asked = serve(names);
    open();
    await userEvent.type(input(), '看');
    await waitFor(() => expect(screen.getByRole('listbox')).toHaveTextContent('销售看板 客户管理'));
    await userEvent.clear(input());
    await userEvent.type(input(), 'x');
    await new Promise((done) => setTimeout(done, 400));
    expect(asked.filter(({ body }) => (body as { text?: string } | undefined)?.text === 'x')).toEqual([]);
  });

  it('shows records and views of the server by kind, as their reader sees them, and goes there by Enter', async () => {
    const asked = serve({ ...names, [`POST ${TENANT}/search`]: FOUND });
    open();
    await userEvent.type(input(), 'kh-0');
    const record = await screen.findByRole('option', { name: /王\*/ });
    expect(record).toHaveTextContent('编号: KH-0001');
    expect(record.querySelector('mark')).toHaveTextContent('KH-0');
    expect(screen.getByRole('group', { name: '记录' })).toContainElement(record);
    expect(screen.getByRole('group', { name: '视图' })).toHaveTextContent('重点 KH');
    expect(asked.filter(({ path }) => path === `${TENANT}/search`).map(({ body }) => body)).toEqual([
      { text: 'kh-0', exact: false },
    ]);
    expect(await accessibilityFindings(document.body)).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('/t/demo/apps/crm/forms/customer/records/r1'),
    );
  });

  it('asks protected fields only when somebody chooses to', async () => {
    const asked = serve({ ...names, [`POST ${TENANT}/search`]: { ...FOUND, records: [], views: [] } });
    open();
    await userEvent.type(input(), '13800138000');
    await userEvent.click(await screen.findByRole('option', { name: /按完整的值查找/ }));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ text: '13800138000', exact: true }));
  });

  it('says why it could not look and tries again', async () => {
    serve({ ...names, [`POST ${TENANT}/search`]: new Refusal(429, { code: 'record.search-limit' }) });
    open();
    await userEvent.type(input(), '王小明');
    expect(await screen.findByRole('alert')).toHaveTextContent(/查找|搜索/);
    serve({ ...names, [`POST ${TENANT}/search`]: { ...FOUND, records: [], views: [], exact: false } });
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    expect(await screen.findByText('没有找到')).toBeInTheDocument();
  });
});
