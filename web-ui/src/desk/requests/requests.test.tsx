import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { ME, renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { DeskPage } from '../pages';

const PERSON = '0199a000-0000-7000-8000-0000000000aa';
const line = {
  id: 'r1',
  number: 'DR-00007',
  type: 'access',
  state: 'received',
  subject: PERSON,
  law: 'pipl',
  channel: 'email',
  receivedAt: '2026-01-02T00:00:00Z',
  due: '2026-01-17T00:00:00Z',
  overdue: true,
  soon: false,
  extendedAt: null,
  outcome: null,
  closedAt: null,
  assignee: null,
};
const whole = {
  ...line,
  createdAt: '2026-01-02T00:00:00Z',
  createdBy: { id: 'p1', name: '保罗' },
  note: '来信要求查阅',
  noted: true,
  acts: ['assign', 'extend', 'carry-out', 'answer', 'refuse', 'withdraw'],
  timeline: [
    {
      act: 'create',
      at: '2026-01-02T00:00:00Z',
      outcome: null,
      by: { id: 'p1', name: '保罗' },
      reason: null,
      appeal: null,
    },
  ],
  package: null,
};
const usual = {
  'GET /tenants/demo/privacy/inventory': { items: [], next: null },
  'GET /tenants/demo/approvals/waiting': { waiting: 0 },
  'GET /tenants/demo/purposes': { items: [{ key: 'marketing', title: '营销' }], next: null },
  'GET /tenants/demo/apps': { items: [], next: null },
  'GET /tenants/demo/members': {
    items: [
      { id: 'p1', name: '保罗', roles: ['dpo'] },
      { id: 'm1', name: '李雷', roles: ['sales'] },
    ],
    next: null,
  },
  'GET /tenants/demo/privacy/requests': { items: [line], next: null },
  'GET /tenants/demo/privacy/requests/r1': whole,
  'GET /tenants/demo/privacy/request-terms': {
    items: [
      { law: 'pipl', answerIn: 'P15D', extension: 'P15D', warnBefore: 'P3D', usual: true },
      { law: 'gdpr', answerIn: 'P1M', extension: 'P2M', warnBefore: 'P7D', usual: false },
    ],
    next: null,
  },
  [`GET /tenants/demo/privacy/subjects/${PERSON}`]: { id: PERSON, createdAt: '2026-01-01T00:00:00Z', forms: [] },
  'GET /tenants/demo/privacy/consents': { items: [], next: null },
};
const show = (page: string) =>
  renderPage(<DeskPage />, { at: `/t/demo/privacy/${page}`, path: '/t/:tenant/privacy/*' });
const posted = (asked: ReturnType<typeof serve>, end: string) =>
  asked.find(({ method, path }) => method === 'POST' && path.endsWith(end))?.body;

beforeEach(() => {
  startMessages();
  ME.tenants[0] = { key: 'demo', roles: ['dpo'] };
});

describe('rights requests', () => {
  it('lists what is open with its term, and says what is overdue', async () => {
    const asked = serve(usual);
    const { container } = show('requests');
    expect(await screen.findByRole('link', { name: /查阅 · DR-00007/ })).toHaveAttribute(
      'href',
      '/t/demo/privacy/requests/r1',
    );
    expect(screen.getByText(/已逾期：应在/)).toBeInTheDocument();
    expect(asked.some(({ path }) => path.includes('state=open'))).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: '只看已逾期' }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes('overdue=true'))).toBe(true));
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('teaches the next step where there is none', async () => {
    serve({ ...usual, 'GET /tenants/demo/privacy/requests': { items: [], next: null } });
    show('requests');
    expect(await screen.findByText('没有符合条件的请求')).toBeInTheDocument();
    expect(screen.getByText(/先在“个人”里找到本人/)).toBeInTheDocument();
  });

  it('is for nobody else', async () => {
    ME.tenants[0] = { key: 'demo', roles: ['auditor'] };
    serve({
      ...usual,
      'GET /tenants/demo/privacy/requests': new Refusal(404, { code: 'request.not-found' }),
    });
    show('requests');
    expect(await screen.findByText('权利请求没有加载成功')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '权利请求' })).toBeNull();
  });

  it('refuses with a reason and a way to appeal, and not without', async () => {
    const asked = serve({
      ...usual,
      'POST /tenants/demo/privacy/requests/r1/answer': { ...whole, state: 'refused', acts: [] },
    });
    const { container } = show('requests/r1');
    fireEvent.click(await screen.findByRole('button', { name: '答复' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('radio', { name: '拒绝' }));
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '合同尚在履行' } });
    expect(within(dialog).getByRole('button', { name: '答复' })).toBeDisabled();
    fireEvent.change(within(dialog).getByLabelText('申诉途径'), { target: { value: '可向网信部门投诉' } });
    fireEvent.click(within(dialog).getByRole('button', { name: '答复' }));
    await waitFor(() =>
      expect(posted(asked, '/answer')).toEqual({
        outcome: 'refused',
        reason: '合同尚在履行',
        appeal: '可向网信部门投诉',
      }),
    );
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('has a copy made, and offers it once it is ready', async () => {
    const made = { status: 'done', ready: true, expiresAt: '2026-01-03T00:00:00Z', problem: null };
    const asked = serve({
      ...usual,
      'POST /tenants/demo/privacy/requests/r1/carry-out': { ...whole, state: 'in-progress', package: made },
    });
    show('requests/r1');
    fireEvent.click(await screen.findByRole('button', { name: '制作副本' }));
    await waitFor(() => expect(posted(asked, '/carry-out')).toEqual({}));
    expect(await screen.findByText(/已制作好/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '下载' })).toBeInTheDocument();
  });

  it('is entered from the page of a person', async () => {
    const asked = serve({ ...usual, 'POST /tenants/demo/privacy/requests': whole });
    show(`people/${PERSON}`);
    fireEvent.click(await screen.findByRole('button', { name: '登记权利请求' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('radio', { name: '删除' }));
    const day = within(dialog).getByLabelText('收到日期');
    fireEvent.change(day, { target: { value: '2026-01-02' } });
    fireEvent.keyDown(day, { key: 'Enter' });
    fireEvent.click(within(dialog).getByRole('button', { name: '登记' }));
    await waitFor(() =>
      expect(posted(asked, '/privacy/requests')).toEqual({
        type: 'erase',
        subject: PERSON,
        channel: 'web',
        receivedAt: '2026-01-02',
      }),
    );
    expect(await screen.findByText('来信要求查阅')).toBeInTheDocument();
  });
});

describe('the report of a law', () => {
  it('says what meets an article, and leads to what closes a gap', async () => {
    serve({
      ...usual,
      'GET /tenants/demo/privacy/report': {
        law: 'pipl',
        at: '2026-01-02T00:00:00Z',
        articles: [
          {
            article: '44-50',
            title: '个人的权利',
            controls: [{ key: 'requests', title: '权利请求', says: '共 3 个。', facts: { requests: 3 } }],
            gaps: [
              {
                control: 'requests',
                title: '权利请求',
                text: '1 个请求已经逾期。',
                link: 'privacy/requests?overdue=true',
              },
              { control: 'breach', title: '泄露登记', text: '本系统不登记安全事件。', link: null },
            ],
          },
        ],
      },
    });
    const { container } = show('report');
    expect(await screen.findByRole('heading', { name: '第 44-50 条 个人的权利' })).toBeInTheDocument();
    expect(screen.getByText('共 3 个。')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '去处理' })).toHaveAttribute(
      'href',
      '/t/demo/privacy/requests?overdue=true',
    );
    expect(await accessibilityFindings(container)).toEqual([]);
  });
});
