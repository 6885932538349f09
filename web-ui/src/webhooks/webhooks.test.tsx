import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve } from '../testing/server';
import { DeliveriesPage } from './pages';

const failed = {
  id: '7',
  event: 'order.billed',
  to: 'https://a.example',
  form: 'order',
  record: 'r1',
  workflow: 'billing',
  node: 'bill',
  fields: ['title', 'phone', 'secret'],
  status: 'failed',
  attempts: 9,
  code: '503',
  createdAt: '2026-01-02T00:00:00Z',
  lastAt: '2026-01-03T00:00:00Z',
  nextAt: null,
};
const LIST = 'GET /tenants/demo/webhooks/deliveries';
const forms = {
  'GET /tenants/demo/apps': { items: [{ key: 'crm', title: 'CRM' }], next: null },
  'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'order', title: '订单' }], next: null },
  'GET /tenants/demo/apps/crm/forms/order': {
    fields: [
      { key: 'title', title: '名称', sensitivity: { level: 'internal' } },
      { key: 'phone', title: '电话', sensitivity: { level: 'personal' } },
      { key: 'secret', title: '口令', sensitivity: { level: 'secret' } },
    ],
  },
};
const show = () => renderPage(<DeliveriesPage />, { at: '/t/demo/webhooks', path: '/t/:tenant/webhooks' });

beforeEach(() => startMessages());

describe('webhook deliveries', () => {
  it('say what came of them and how each field left, and are sent anew', async () => {
    const asked = serve({
      ...forms,
      [LIST]: { items: [failed], next: null },
      'POST /tenants/demo/webhooks/deliveries/7/replay': {},
    });
    const { container } = show();
    fireEvent.click(await screen.findByRole('button', { name: '查看：order.billed' }));
    const panel = await screen.findByRole('dialog');
    expect(await within(panel).findByText('接收方应答 503')).toBeInTheDocument();
    expect(await within(panel).findByText('脱敏后发出')).toBeInTheDocument();
    expect(within(panel).getByText('不发出')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(within(panel).getByRole('button', { name: '重新发送' }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/7/replay'))).toBe(true));
    expect(await screen.findByText(/已排队重新发送/)).toBeInTheDocument();
  });

  it('are asked for by status, and are administrators’ alone', async () => {
    const asked = serve({ ...forms, [LIST]: { items: [], next: null } });
    const { unmount } = show();
    expect(await screen.findByText('还没有推送')).toBeInTheDocument();
    fireEvent.click(screen.getByText('失败'));
    expect(await screen.findByText('没有这样的推送')).toBeInTheDocument();
    expect(asked.some(({ path }) => path.includes('status=failed'))).toBe(true);
    unmount();
    serve({ ...forms, [LIST]: new Refusal(403, { code: 'identity.forbidden' }) });
    show();
    expect(await screen.findByText('推送记录只对管理员开放')).toBeInTheDocument();
  });
});
