import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve } from '../testing/server';
import { IncidentsPage } from './pages';

const item = {
  id: '7',
  record: { id: 'r1', title: '王小明' },
  app: 'crm',
  form: 'customer',
  workflow: 'credit-approval',
  workflowVersion: 1,
  node: 'finance',
  nodeTitle: '财务审批',
  code: 'record.not-unique',
  since: '2026-01-02T00:00:00Z',
  retries: 8,
};
const INCIDENTS = 'GET /tenants/demo/incidents';
const apps = { 'GET /tenants/demo/apps': { items: [], next: null } };
const show = () => renderPage(<IncidentsPage />, { at: '/t/demo/incidents', path: '/t/:tenant/incidents' });

beforeEach(() => startMessages());

describe('workflows that stopped', () => {
  it('say why and since when, and are gone when a retry works', async () => {
    let left = [item, { ...item, id: '5', record: null, node: null, nodeTitle: null, code: 'internal' }];
    const asked = serve({
      ...apps,
      [INCIDENTS]: () => ({ items: left, next: null }),
      'POST /tenants/demo/incidents/7/retry': () => {
        left = left.slice(1);
        return { result: 'done', problem: null };
      },
    });
    const { container } = show();
    expect(await screen.findByRole('link', { name: '王小明' })).toBeInTheDocument();
    expect(screen.getByText('这个值已被使用，不能重复。')).toBeInTheDocument();
    expect(screen.getByText('系统内部错误。')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '重试: 王小明' }));
    await waitFor(() => expect(screen.queryByRole('link', { name: '王小明' })).toBeNull());
    expect(await screen.findByText('已成功，流程继续。')).toBeInTheDocument();
    expect(asked.find(({ method }) => method === 'POST')?.headers).toMatchObject({ Prefer: 'wait=8' });
  });

  it('are none, or none of this reader’s business', async () => {
    serve({ ...apps, [INCIDENTS]: { items: [], next: null } });
    const { unmount } = show();
    expect(await screen.findByText('没有卡住的流程')).toBeInTheDocument();
    unmount();
    serve({ ...apps, [INCIDENTS]: new Refusal(403, { code: 'identity.forbidden' }) });
    show();
    expect(await screen.findByText('流程异常只对管理员开放')).toBeInTheDocument();
  });
});
