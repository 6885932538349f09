import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { ME, renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { DeskPage } from '../pages';

const PERSON = '0199a000-0000-7000-8000-0000000000aa';
const APPROVAL = '0199a000-0000-7000-8000-0000000000cc';
const ERASURE = '0199a000-0000-7000-8000-0000000000ee';
const AT = '2026-01-02T00:00:00Z';
const PAUL = { id: 'm1', name: '保罗' };
const person = {
  id: PERSON,
  createdAt: AT,
  forms: [{ app: 'crm', form: 'customer', title: '客户', records: 2, newest: [] }],
  restriction: null,
  hold: null,
  erasure: null,
};
const STEPS = ['shadow', 'keys', 'records', 'traces', 'files', 'hanging', 'rows', 'purged', 'swept', 'closed'];
const erasure = {
  id: ERASURE,
  subject: PERSON,
  status: 'running',
  askedAt: AT,
  askedBy: PAUL,
  approval: APPROVAL,
  right: null,
  steps: STEPS.map((step, at) => ({ step, at: at < 7 ? AT : null })),
  certificate: null,
};
const certificate = {
  erasure: ERASURE,
  subject: PERSON,
  askedAt: AT,
  keysDestroyedAt: AT,
  completedAt: AT,
  finalAt: '2026-01-09T00:00:00Z',
  dataBackupsUntil: '2026-02-06T00:00:00Z',
  forms: [{ form: 'customer', records: 2 }],
  counts: { keys: 1 },
  residue: ['audit-entries', 'key-backups'],
};
const approval = {
  id: APPROVAL,
  kind: 'erase',
  subject: PERSON,
  status: 'pending',
  asker: PAUL,
  askedAt: AT,
  expiresAt: '2026-01-03T00:00:00Z',
  approvers: ['admin', 'dpo'],
  actions: ['withdraw'],
  reason: '本人要求',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  record: null,
};
const subject = `/tenants/demo/privacy/subjects/${PERSON}`;
const usual = {
  'GET /tenants/demo/privacy/inventory': { items: [], next: null },
  'GET /tenants/demo/approvals/waiting': { waiting: 0 },
  'GET /tenants/demo/approvals': { items: [], next: null },
  'GET /tenants/demo/purposes': { items: [], next: null },
  'GET /tenants/demo/apps': { items: [], next: null },
  'GET /tenants/demo/members': { items: [PAUL], next: null },
  'GET /tenants/demo/privacy/consents': { items: [], next: null },
  'GET /tenants/demo/privacy/erasures': { items: [], next: null },
  [`GET ${subject}`]: person,
};
const show = () => renderPage(<DeskPage />, { at: `/t/demo/privacy/people/${PERSON}`, path: '/t/:tenant/privacy/*' });

beforeEach(() => {
  startMessages();
  ME.tenants[0] = { key: 'demo', roles: ['dpo'] };
});

describe('a person on the privacy desk', () => {
  it('is restricted after it is said what follows', async () => {
    const asked = serve({ ...usual, [`POST ${subject}/restrict`]: {} });
    const { container } = show();
    fireEvent.click(await screen.findByRole('button', { name: '限制处理' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/不再出现/)).toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: '限制处理' }));
    await waitFor(() => expect(asked.some(({ path }) => path === `${subject}/restrict`)).toBe(true));
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('is held with a reason and a day on which it is looked at again', async () => {
    const asked = serve({ ...usual, [`POST ${subject}/hold`]: {} });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '设置保全' }));
    const dialog = await screen.findByRole('dialog');
    const place = within(dialog).getByRole('button', { name: '设置保全' });
    expect(place).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '诉讼保全' } });
    const day = within(dialog).getByLabelText('复核日期');
    fireEvent.change(day, { target: { value: '2030-01-01' } });
    fireEvent.keyDown(day, { key: 'Enter' });
    await waitFor(() => expect(place).toBeEnabled());
    fireEvent.click(place);
    await waitFor(() =>
      expect(asked.find(({ path }) => path === `${subject}/hold`)?.body).toEqual({
        reason: '诉讼保全',
        reviewOn: '2030-01-01',
      }),
    );
  });

  it('is asked to be erased only once the word is typed', async () => {
    const asked = serve({ ...usual, [`POST ${subject}/erase`]: { request: APPROVAL, status: 'pending' } });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '申请删除' }));
    const dialog = await screen.findByRole('dialog');
    const ask = within(dialog).getByRole('button', { name: '申请删除' });
    expect(within(dialog).getByText(/2 条记录/)).toBeInTheDocument();
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '本人要求' } });
    expect(ask).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText('输入“删除”以确认'), { target: { value: '删除' } });
    fireEvent.click(ask);
    await waitFor(() =>
      expect(asked.find(({ path }) => path === `${subject}/erase`)?.body).toEqual({ reason: '本人要求' }),
    );
  });

  it('waits for a second person, and is carried out with a second factor', async () => {
    serve({
      ...usual,
      'GET /tenants/demo/approvals': { items: [{ ...approval, status: 'approved' }], next: null },
      [`POST ${subject}/erase`]: new Refusal(401, { code: 'erasure.step-up-required' }),
    });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '执行删除' }));
    expect(await screen.findByRole('link', { name: '去验证' })).toHaveAttribute(
      'href',
      expect.stringContaining('acr=mfa'),
    );
  });

  it('shows how far the erasure is, and offers no more acts', async () => {
    serve({
      ...usual,
      [`GET ${subject}`]: { ...person, erasure: { id: ERASURE, status: 'running' } },
      'GET /tenants/demo/privacy/erasures': { items: [erasure], next: null },
    });
    show();
    expect(await screen.findByRole('progressbar', { name: '删除进度' })).toBeInTheDocument();
    expect(screen.getByText('等待各服务器清除内存中的密钥')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '限制处理' })).not.toBeInTheDocument();
  });

  it('is certified to be erased where her page was', async () => {
    serve({
      ...usual,
      [`GET ${subject}`]: new Refusal(404, { code: 'request.not-found' }),
      'GET /tenants/demo/privacy/erasures': {
        items: [{ ...erasure, status: 'completed', certificate }],
        next: null,
      },
    });
    const { container } = show();
    expect(await screen.findByRole('heading', { name: '此人的数据已删除' })).toBeInTheDocument();
    expect(screen.getByText('审计日志中的操作记录，不含内容')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '下载删除证明' })).toHaveAttribute('download', `erasure-${ERASURE}.json`);
    expect(await accessibilityFindings(container)).toEqual([]);
  });
});
