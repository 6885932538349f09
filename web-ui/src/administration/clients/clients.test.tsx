import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { serve } from '../../testing/server';
import { ClientsPage } from '../pages';
import { endsIn, type Client } from './clients';
import { ClientSight } from './ClientSight';

const at = '2026-01-01T00:00:00Z';
const client: Client = {
  id: 'c1',
  name: '订单系统',
  roles: ['sales'],
  purpose: 'service',
  ceiling: 'internal',
  networks: [],
  perMinute: 600,
  status: 'live',
  hint: 'x9Ab',
  version: 3,
  createdAt: at,
  createdBy: { id: 'm1', name: '王敏' },
  expiresAt: new Date(Date.now() + 5 * 86_400_000).toISOString(),
  rolledAt: null,
  formerUntil: null,
  revokedAt: null,
  lastUsed: '2026-11-20',
};

beforeEach(() => startMessages());

const page = () => renderPage(<ClientsPage />, { at: '/t/demo/api-clients', path: '/t/:tenant/api-clients' });

describe('API clients', () => {
  it('teaches the first step where there are none', async () => {
    serve({ 'GET /tenants/demo/api-clients': { items: [], next: null } });
    const { container } = page();
    expect(await screen.findByText('还没有 API 客户端')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '新建客户端' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('shows a new key once, and warns of what ends soon', async () => {
    const asked = serve({
      'GET /tenants/demo/api-clients': { items: [client], next: null },
      'POST /tenants/demo/api-clients/c1/roll': { ...client, key: 'jmk_thekey' },
    });
    page();
    expect(await screen.findByText('5 天内到期')).toBeInTheDocument();
    expect(screen.getByText(/至内部（S1）/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '换密钥：订单系统' }));
    fireEvent.click(await screen.findByRole('button', { name: '24 小时后' }));
    expect(await screen.findByDisplayValue('jmk_thekey')).toBeInTheDocument();
    const rolled = asked.find(({ method }) => method === 'POST');
    expect(rolled).toMatchObject({ body: { overlap: true }, headers: { 'If-Match': '"3"' } });
    fireEvent.click(screen.getByRole('button', { name: '已保存' }));
    await waitFor(() => expect(screen.queryByDisplayValue('jmk_thekey')).not.toBeInTheDocument());
  });

  it('says of each field what is left and why', async () => {
    serve({
      'POST /tenants/demo/api-clients/preview': {
        forms: [
          {
            app: 'crm',
            form: 'customer',
            title: '客户',
            actions: ['read'],
            fields: [
              { field: 'mobile', title: '手机', level: 'personal', access: 'hidden', cut: 'ceiling' },
              { field: 'level', title: '等级', level: 'internal', access: 'edit', cut: null },
            ],
          },
        ],
      },
    });
    renderPage(<ClientSight tenant="demo" roles={['sales']} purpose="service" ceiling="internal" />, {
      at: '/',
      path: '/',
    });
    expect(await screen.findByText('高于标签上限')).toBeInTheDocument();
    expect(screen.getByText('可读写')).toBeInTheDocument();
  });

  it('counts the days of live ones alone', () => {
    const now = Date.parse(client.expiresAt) - 29 * 86_400_000;
    expect(endsIn(client, now)).toBe(29);
    expect(endsIn(client, now - 10 * 86_400_000)).toBeNull();
    expect(endsIn({ ...client, status: 'revoked' }, now)).toBeNull();
  });
});
