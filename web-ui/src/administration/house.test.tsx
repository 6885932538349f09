import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve } from '../testing/server';
import { HealthPage, JobsPage, KeysPage, SettingsPage } from './pages';

const at = '2026-01-01T00:00:00Z';

beforeEach(() => startMessages());

describe('administration', () => {
  it('says in words how every part is', async () => {
    serve({
      'GET /tenants/demo/health': {
        version: '0.1.0',
        startedAt: at,
        at,
        parts: [
          { key: 'database', state: 'up', figures: { milliseconds: 4 } },
          { key: 'kms', state: 'down', figures: {} },
          { key: 'outbox', state: 'strained', figures: { waiting: 3, oldestSeconds: 300, stuck: 1 } },
          { key: 'disk', state: 'up', figures: { freeBytes: 5_000_000_000, totalBytes: 20_000_000_000 } },
        ],
      },
    });
    const { container } = renderPage(<HealthPage />, { at: '/t/demo/health', path: '/t/:tenant/health' });
    expect(await screen.findByText('有部分不可用')).toHaveAttribute('role', 'status');
    expect(screen.getByText(/已加载的密钥可用/)).toBeInTheDocument();
    expect(screen.getByText(/1 项不会自动继续/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('is closed to who may not look', async () => {
    serve({ 'GET /tenants/demo/health': new Refusal(403, { code: 'identity.forbidden' }) });
    renderPage(<HealthPage />, { at: '/t/demo/health', path: '/t/:tenant/health' });
    expect(await screen.findByText('“健康状况”只对管理员开放')).toBeInTheDocument();
  });

  it('tells since when keys stand, and the log’s fingerprint', async () => {
    serve({
      'GET /tenants/demo/keys': {
        root: 'file',
        items: [{ purpose: 'kek-S3', algorithm: 'XAES-256-GCM', version: 1, createdAt: at, changedAt: at }],
        signing: { origin: 'o', publicKey: 'aa', fingerprint: 'f00d', verifierKey: 'o+1+x' },
      },
    });
    const { container } = renderPage(<KeysPage />, { at: '/t/demo/keys', path: '/t/:tenant/keys' });
    expect(await screen.findByText('保护敏感个人信息（S3）')).toBeInTheDocument();
    expect(screen.getByText('f00d')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('shows jobs of all and stops one', async () => {
    const job = {
      id: 'j1',
      kind: 'import',
      app: 'crm',
      form: 'customer',
      actor: 'm1',
      status: 'running',
      open: true,
      cancellable: true,
      total: 500,
      done: 100,
      failed: 2,
      problem: null,
      createdAt: at,
      finishedAt: null,
    };
    const asked = serve({
      'GET /tenants/demo/jobs': { items: [job], next: null },
      'GET /tenants/demo/members': { items: [{ id: 'm1', name: '李雷' }], next: null },
      'POST /tenants/demo/jobs/j1/cancel': {},
    });
    const { container } = renderPage(<JobsPage />, { at: '/t/demo/jobs', path: '/t/:tenant/jobs' });
    expect(await screen.findByText(/100 \/ 500 行/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /^取消作业：/ }));
    fireEvent.click(await screen.findByRole('button', { name: '取消作业' }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/j1/cancel'))).toBe(true));
  });

  it('keeps changed purposes and takes them back', async () => {
    const items = [{ key: 'sales', title: { 'zh-CN': '销售', en: 'Sales' } }];
    const asked = serve({
      'GET /tenants/demo/purposes': { items, next: null },
      'PUT /tenants/demo/purposes': ({ body }: { body: unknown }) => ({ ...(body as object), next: null }),
    });
    const { container } = renderPage(<SettingsPage />, { at: '/t/demo/settings', path: '/t/:tenant/settings' });
    fireEvent.change(await screen.findByLabelText('中文名称 1'), { target: { value: '营业' } });
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(asked.filter(({ method }) => method === 'PUT')).toHaveLength(2));
    const sent = asked.filter(({ method }) => method === 'PUT').map(({ body }) => body);
    expect(sent[0]).toEqual({ items: [{ key: 'sales', title: { 'zh-CN': '营业', en: 'Sales' } }] });
    expect(sent[1]).toEqual({ items });
  });
});
