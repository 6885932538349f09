import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { ME, renderPage, startMessages } from '../testing/render';
import { Refusal, serve, type Request } from '../testing/server';
import { ApprovalPage, ApprovalsPage } from './ApprovalsPage';

const ADDRESS = '/tenants/demo/approvals';
const one = {
  id: 'a1',
  kind: 'reveal',
  status: 'pending',
  asker: { id: 'm2', name: '韩梅梅' },
  askedAt: '2026-11-26T08:00:00Z',
  expiresAt: '2026-11-27T08:00:00Z',
  approvers: ['risk', 'dpo'],
  actions: ['approve', 'reject'],
  reason: '核对签署人',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  formTitle: '客户',
  fields: [{ key: 'idNumber', title: '证件号' }],
  purpose: 'contract',
  minutes: 10,
  task: null,
  record: null,
};
const seen = { app: 'crm', form: 'customer', id: 'r1', title: '王小明' };
const rest = {
  'GET /me': ME,
  [`GET ${ADDRESS}/waiting`]: { waiting: 1 },
  'GET /tenants/demo/purposes': { items: [{ key: 'contract', title: '合同' }], next: null },
  'GET /tenants/demo/members': {
    items: [
      { id: 'm3', name: '李风', roles: ['risk'], enabled: true },
      { id: 'm4', name: '旧人', roles: ['risk'], enabled: false },
      { id: 'm2', name: '韩梅梅', roles: ['risk'], enabled: true },
    ],
    next: null,
  },
};
const list = (more: object = {}) => serve({ ...rest, [`GET ${ADDRESS}`]: { items: [one], next: null }, ...more });
const open = () => renderPage(<ApprovalsPage />, { at: '/t/demo/approvals', path: '/t/:tenant/approvals' });
const single = () => renderPage(<ApprovalPage />, { at: '/t/demo/approvals/a1', path: '/t/:tenant/approvals/:id' });
const acts = (asked: Request[]) => asked.filter((each) => each.method === 'POST');

beforeEach(() => startMessages());

describe('requests to see', () => {
  it('say who wants what, why and for how long, and are accessible', async () => {
    list();
    const { container } = open();
    const card = await screen.findByRole('article', { name: '韩梅梅申请查看证件号' });
    expect(card).toHaveTextContent('核对签署人');
    await waitFor(() => expect(card).toHaveTextContent('合同'));
    expect(card).toHaveTextContent('打开后显示 10 分钟');
    expect(card).toHaveTextContent('（你无权查看这条记录）');
    expect(await screen.findByRole('tab', { name: '待我批准 1' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('name who may decide: nobody who has left, and never who asked', async () => {
    list();
    open();
    expect(await screen.findByText(/李风/)).toHaveTextContent('隐私负责人');
    expect(screen.queryByText(/旧人/)).toBeNull();
    expect(screen.getByText(/李风/)).not.toHaveTextContent('韩梅梅');
  });

  it('are agreed to with a comment', async () => {
    const asked = list({ [`POST ${ADDRESS}/a1/approve`]: { ...one, status: 'approved', actions: [] } });
    open();
    fireEvent.change(await screen.findByRole('textbox', { name: /意见/ }), { target: { value: ' 可以 ' } });
    fireEvent.click(screen.getByRole('button', { name: '同意' }));
    await waitFor(() =>
      expect(acts(asked)).toMatchObject([{ path: `${ADDRESS}/a1/approve`, body: { comment: '可以' } }]),
    );
  });

  it('are not rejected without a word', async () => {
    const asked = list();
    open();
    fireEvent.click(await screen.findByRole('button', { name: '拒绝' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('请写明拒绝的理由。');
    expect(screen.getByRole('textbox', { name: /意见/ })).toHaveFocus();
    expect(acts(asked)).toEqual([]);
  });

  it('say what a refusal means where somebody else was first', async () => {
    list({ [`POST ${ADDRESS}/a1/approve`]: new Refusal(409, { code: 'approval.already-decided' }) });
    open();
    fireEvent.click(await screen.findByRole('button', { name: '同意' }));
    expect(await screen.findByText('已有人处理过这项申请。')).toBeInTheDocument();
  });

  it('say that there are none', async () => {
    serve({ ...rest, [`GET ${ADDRESS}`]: { items: [], next: null } });
    open();
    expect(await screen.findByText('没有等你批准的申请')).toBeInTheDocument();
  });
});

describe('one request', () => {
  it('leads its asker to where it opens, and can be taken back', async () => {
    const own = { ...one, asker: ME, status: 'approved', actions: ['withdraw', 'use'], record: seen };
    const asked = serve({ ...rest, [`GET ${ADDRESS}/a1`]: own, [`POST ${ADDRESS}/a1/withdraw`]: own });
    single();
    const links = await screen.findAllByRole('link', { name: '客户 · 王小明' });
    expect(links[0]).toHaveAttribute('href', '/t/demo/apps/crm/forms/customer/records/r1');
    fireEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    await waitFor(() => expect(acts(asked)).toHaveLength(1));
  });

  it('looks alike where there is none and where it is not his to know', async () => {
    serve(rest);
    single();
    expect(await screen.findByText('查看申请没有加载成功')).toBeInTheDocument();
    expect(screen.queryByRole('article')).toBeNull();
  });
});
