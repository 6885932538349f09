import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { aCustomer, CUSTOMER, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { AccessTab } from './AccessTab';

const place = { tenant: 'demo', app: 'crm', form: 'customer' };
const record = aCustomer();
const LOOKS = `${CUSTOMER}/records/${record.id}/looks`;
const form = parseForm(customerAnswer);
const managed = { ...form, actions: ['read', 'manage'] };
const sales = { id: 'm2', name: '韩梅', tenants: [{ key: 'demo', roles: ['sales'] }] };
const look = (name: string, action: string, purpose: string | null) => ({
  who: { id: name, name },
  at: '2026-01-02T00:00:00Z',
  action,
  purpose,
});

beforeEach(() => startMessages());

it('tells whoever manages the record who looked and why, page by page', async () => {
  serve({
    'GET /me': sales,
    'GET /tenants/demo/purposes': { items: [], next: null },
    [`GET ${LOOKS}`]: { items: [look('李雷', 'record.reveal', 'contract')], next: '7' },
    [`GET ${LOOKS}?after=7`]: { items: [look('王芳', 'record.read', null)], next: null },
  });
  renderPage(<AccessTab place={place} form={managed} record={record} />);
  expect(await screen.findByText('李雷')).toBeVisible();
  expect(screen.getByText('查看明文')).toBeVisible();
  expect(screen.queryByRole('link')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '更早的访问' }));
  expect(await screen.findByText('王芳')).toBeVisible();
});

it('says for whom it is, without asking, to whoever manages none', async () => {
  const asked = serve({ 'GET /me': sales });
  renderPage(<AccessTab place={place} form={form} record={record} />);
  expect(await screen.findByText(/只对管理这条记录的人和审计员开放/)).toBeVisible();
  expect(asked.filter(({ path }) => path.startsWith(CUSTOMER))).toEqual([]);
});

it('says the same of a record that somebody else manages, and offers to try again what broke', async () => {
  serve({ 'GET /me': sales, [`GET ${LOOKS}`]: new Refusal(403, { code: 'record.action-refused' }) });
  const first = renderPage(<AccessTab place={place} form={managed} record={record} />);
  expect(await screen.findByText(/只对管理这条记录的人和审计员开放/)).toBeVisible();
  first.unmount();
  serve({ 'GET /me': sales, [`GET ${LOOKS}`]: new Refusal(503, { code: 'internal' }) });
  renderPage(<AccessTab place={place} form={managed} record={record} />);
  expect(await screen.findByText('访问记录没有加载成功')).toBeVisible();
});
