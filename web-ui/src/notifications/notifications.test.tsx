import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notification } from '../api';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { serve, type Request } from '../testing/server';
import { Bell } from '.';

const LIST = '/tenants/demo/notifications';
const record = { app: 'crm', form: 'customer', formTitle: '客户', id: 'r1', title: '王小明' };
const told = (id: string, more: Partial<Notification> = {}): Notification => ({
  id,
  kind: 'task-assigned',
  at: new Date().toISOString(),
  readAt: null,
  record,
  task: 't1',
  approval: null,
  request: null,
  by: { id: 'm2', name: '韩梅梅' },
  outcome: null,
  text: null,
  ...more,
});
const ended = told('n2', {
  kind: 'submission-ended',
  outcome: 'rejected',
  task: null,
  readAt: new Date().toISOString(),
});
const gone = told('n3', { kind: 'mentioned', record: null, task: null, by: null });
const preferences = {
  items: [{ kind: 'mentioned', inApp: true, mail: true }],
  next: null,
  mails: true,
};
const base = {
  [`GET ${LIST}/unread`]: { unread: 2 },
  [`GET ${LIST}`]: { items: [told('n1'), ended, gone], next: null },
  [`GET ${LIST}/preferences`]: preferences,
  [`POST ${LIST}/n1/read`]: { unread: 1 },
  [`POST ${LIST}/n3/read`]: { unread: 1 },
  [`POST ${LIST}/read`]: { unread: 0 },
};
const changes = (asked: Request[]) => asked.filter(({ method }) => method !== 'GET').map(({ path }) => path);
const openPanel = async () => {
  renderPage(<Bell tenant="demo" />, { at: '/here', path: '/here' });
  await userEvent.click(await screen.findByRole('button', { name: '通知 · 2 条未读' }));
  return screen.findByRole('dialog', { name: '通知' });
};

/** What stands in the list once it is there. */
const listed = async (panel: HTMLElement) =>
  within(await within(panel).findByRole('list', { name: '通知' })).getAllByRole('listitem');

beforeEach(() => startMessages());

describe('the bell', () => {
  it('says how much is unread, and opens the list by keyboard', async () => {
    serve(base);
    renderPage(<Bell tenant="demo" />, { at: '/here', path: '/here' });
    const bell = await screen.findByRole('button', { name: '通知 · 2 条未读' });
    expect(screen.getByRole('status')).toHaveTextContent('2 条未读');
    bell.focus();
    await userEvent.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog', { name: '通知' });
    const items = await listed(panel);
    expect(items).toHaveLength(3);
    expect(items[0]).toHaveTextContent(/有一项任务等你处理.*客户 · 王小明.*韩梅梅/);
    expect(items[1]).toHaveTextContent('你的提交被拒绝');
    expect(await accessibilityFindings(panel)).toEqual([]);
  });

  it('names nothing and leads nowhere where one may not know of it', async () => {
    serve(base);
    const panel = await openPanel();
    const item = (await listed(panel))[2] as HTMLElement;
    expect(item).toHaveTextContent('内容已不存在，或你无权查看');
    expect(within(item).getAllByRole('button')).toHaveLength(1);
  });

  it('leads to the task and counts as read then', async () => {
    const asked = serve(base);
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: /有一项任务.*王小明/ }));
    expect(await screen.findByLabelText('address')).toHaveTextContent('/t/demo/tasks/t1');
    expect(changes(asked)).toEqual([`${LIST}/n1/read`]);
  });

  it('marks one and all as read', async () => {
    const asked = serve(base);
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: '标为已读：有人在评论中提到了你' }));
    expect(await screen.findByRole('button', { name: '通知 · 1 条未读', hidden: true })).toBeInTheDocument();
    await userEvent.click(within(panel).getByRole('button', { name: '全部已读' }));
    await waitFor(() => expect(changes(asked)).toEqual([`${LIST}/n3/read`, `${LIST}/read`]));
  });

  it('loads more, and says so when there is nothing', async () => {
    serve({
      ...base,
      [`GET ${LIST}?unread=false&after=`]: { items: [told('n1')], next: 'n1' },
      [`GET ${LIST}?unread=false&after=n1`]: { items: [ended], next: null },
      [`GET ${LIST}?unread=true&after=`]: { items: [], next: null },
    });
    const panel = await openPanel();
    await userEvent.click(await within(panel).findByRole('button', { name: '更早的通知' }));
    expect(await within(panel).findByText('你的提交被拒绝')).toBeInTheDocument();
    await userEvent.click(within(panel).getByText('未读', { selector: '.ant-segmented-item-label' }));
    expect(await within(panel).findByText('没有未读通知')).toBeInTheDocument();
  });

  it('keeps a choice as soon as it is made', async () => {
    const asked = serve({
      ...base,
      [`PUT ${LIST}/preferences`]: { ...preferences, items: [{ kind: 'mentioned', inApp: true, mail: false }] },
    });
    const panel = await openPanel();
    await userEvent.click(within(panel).getByRole('button', { name: '设置' }));
    await userEvent.click(await within(panel).findByRole('switch', { name: '评论中提到我 · 邮件' }));
    await waitFor(() => expect(within(panel).getByRole('switch', { name: '评论中提到我 · 邮件' })).not.toBeChecked());
    expect(asked.at(-1)?.body).toEqual({ items: [{ kind: 'mentioned', inApp: true, mail: false }] });
    expect(await accessibilityFindings(panel)).toEqual([]);
  });
});
