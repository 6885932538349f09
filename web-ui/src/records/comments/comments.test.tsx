import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Comment } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordPage } from '../pages';
import { mentioned, pieces } from '../../talk/mentions';

const record = aCustomer();
const path = `${CUSTOMER}/records/${record.id}`;
const base = {
  [`GET ${CUSTOMER}`]: customerAnswer,
  [`GET ${path}`]: record,
  [`GET ${path}/history`]: { items: [], next: null },
  'GET /tenants/demo/purposes': { items: [], next: null },
  'GET /tenants/demo/members': {
    items: [
      { id: 'm1', name: '李雷', enabled: true },
      { id: 'm2', name: '韩梅梅', enabled: true },
      { id: 'm3', name: '韩冬', enabled: false },
    ],
    next: null,
  },
};

const aComment = (more: Partial<Comment> = {}): Comment => ({
  id: 'c1',
  author: { id: 'm1', name: '李雷' },
  text: '请 @韩梅梅 看一下',
  mentions: [{ id: 'm2', name: '韩梅梅' }],
  createdAt: '2026-01-02T00:00:00Z',
  editedAt: null,
  version: 3,
  deleted: false,
  may: ['edit', 'delete'],
  ...more,
});

/** Answers as a server does that keeps these, newest first. */
function keeping(all: unknown[], more: Record<string, unknown> = {}) {
  return serve({ ...base, [`GET ${path}/comments`]: () => ({ items: [...all], next: null }), ...more });
}

async function open() {
  const user = userEvent.setup();
  const page = renderPage(<RecordPage />, {
    at: `${CUSTOMER_PAGE}/records/${record.id}`,
    path: '/t/:tenant/apps/:app/forms/:form/records/:id',
  });
  await user.click(await screen.findByRole('tab', { name: '评论' }));
  return { user, ...page };
}

const box = () => screen.findByRole('textbox', { name: '写评论' });
const sent = (asked: Request[], method: string) => asked.filter((each) => each.method === method);

beforeEach(() => startMessages());

describe('comments of a record', () => {
  it('are read newest first, mentions marked, and accessible', async () => {
    keeping([aComment(), aComment({ id: 'c2', author: { id: 'm2', name: '韩梅梅' }, text: '好的', may: [] })]);
    const { container } = await open();
    const items = within(await screen.findByRole('list', { name: '评论列表' })).getAllByRole('listitem');
    expect(items).toHaveLength(2);
    expect(items[0]).toHaveTextContent('请 @韩梅梅 看一下');
    expect(within(items[0] as HTMLElement).getByText('@韩梅梅')).toHaveClass('jm-mention');
    expect(within(items[1] as HTMLElement).queryByRole('button')).toBeNull();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('say what to do where there are none', async () => {
    keeping([]);
    await open();
    expect(await screen.findByText('还没有评论')).toBeInTheDocument();
    expect(await box()).toHaveValue('');
    expect(screen.getByRole('button', { name: '发送' })).toBeDisabled();
  });

  it('are sent by Ctrl+Enter, naming whom one chose after an @', async () => {
    const all: Comment[] = [];
    const asked = keeping(all, {
      [`POST ${path}/comments`]: () => {
        all.unshift(aComment({ text: '@韩梅梅 看一下' }));
        return all[0];
      },
    });
    const { user } = await open();
    await user.type(await box(), '@韩');
    const options = await screen.findAllByRole('menuitem');
    expect(options.map((option) => option.textContent)).toEqual(['梅韩梅梅']);
    await user.click(options[0] as HTMLElement);
    expect(await box()).toHaveValue('@韩梅梅 ');
    await user.type(await box(), '看一下');
    await user.keyboard('{Control>}{Enter}{/Control}');

    expect(await screen.findByRole('list', { name: '评论列表' })).toHaveTextContent('看一下');
    expect(sent(asked, 'POST')[0]?.body).toEqual({ text: '@韩梅梅 看一下', mentions: ['m2'] });
    expect(sent(asked, 'POST')[0]?.headers['Idempotency-Key']).toBeTruthy();
    expect(await box()).toHaveValue('');
  });

  it('that could not be sent stay to be sent again, once, on whatever tab one was meanwhile', async () => {
    let down = true;
    const asked = keeping([], {
      [`POST ${path}/comments`]: () => (down ? new Refusal(503, { code: 'system.unavailable' }) : aComment()),
    });
    const { user } = await open();
    await user.type(await box(), '写了很久的话');
    await user.click(screen.getByRole('button', { name: '发送' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: '动态' }));
    await user.click(screen.getByRole('tab', { name: '评论' }));
    expect(await box()).toHaveValue('写了很久的话');

    down = false;
    await user.click(screen.getByRole('button', { name: '发送' }));
    await waitFor(async () => expect(await box()).toHaveValue(''));
    const [first, second] = sent(asked, 'POST');
    expect(second?.body).toEqual(first?.body);
  });

  it('said twice on purpose are two', async () => {
    const asked = keeping([], { [`POST ${path}/comments`]: () => aComment() });
    const { user } = await open();
    for (let i = 1; i <= 2; i += 1) {
      await user.type(await box(), '好');
      await user.click(screen.getByRole('button', { name: '发送' }));
      await waitFor(async () => expect(await box()).toHaveValue(''));
      expect(sent(asked, 'POST')).toHaveLength(i);
    }
    const [first, second] = sent(asked, 'POST');
    expect(second?.headers['Idempotency-Key']).not.toBe(first?.headers['Idempotency-Key']);
  });

  it('are changed in place, naming the version that was read; a refusal keeps the words', async () => {
    const all = [aComment()];
    const asked = keeping(all, {
      [`PATCH ${path}/comments/c1`]: (request: Request) =>
        request.headers['If-Match'] === '"3"' ? new Refusal(412, { code: 'comment.stale-version' }) : all[0],
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '编辑 李雷 的评论' }));
    const editor = screen.getByRole('textbox', { name: '修改评论' });
    expect(editor).toHaveFocus();
    await user.type(editor, '，谢谢');
    all[0] = aComment({ version: 4 });
    await user.click(screen.getByRole('button', { name: '保存' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('这条评论刚被修改过');
    expect(screen.getByRole('textbox', { name: '修改评论' })).toHaveValue('请 @韩梅梅 看一下，谢谢');

    await user.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '修改评论' })).toBeNull());
    expect(sent(asked, 'PATCH')[1]?.body).toEqual({ text: '请 @韩梅梅 看一下，谢谢', mentions: ['m2'] });
  });

  it.each(['请@韩', '请＠韩'])('complete a name right after a Chinese word: %s', async (typed) => {
    const asked = keeping([], { [`POST ${path}/comments`]: () => aComment() });
    const { user } = await open();
    await user.type(await box(), typed);
    await user.click(await screen.findByRole('menuitem', { name: /韩梅梅/ }));
    expect(await box()).toHaveValue(`${typed.slice(0, 1)} ${typed.charAt(1)}韩梅梅 `);
    await user.type(await box(), '看一下');
    await user.click(screen.getByRole('button', { name: '发送' }));
    await waitFor(() => expect(sent(asked, 'POST')[0]?.body).toMatchObject({ mentions: ['m2'] }));
  });

  it('mention whoever is named without having been chosen', async () => {
    const asked = keeping([], { [`POST ${path}/comments`]: () => aComment() });
    const { user } = await open();
    await user.type(await box(), '请@韩梅梅看一下');
    await user.click(screen.getByRole('button', { name: '发送' }));
    await waitFor(() => expect(sent(asked, 'POST')[0]?.body).toEqual({ text: '请@韩梅梅看一下', mentions: ['m2'] }));
  });

  it('leave a tombstone when deleted, with the way back under the keyboard', async () => {
    const all = [aComment()];
    const asked = keeping(all, {
      [`DELETE ${path}/comments/c1`]: () => {
        all[0] = aComment({ text: null, mentions: [], deleted: true, version: 4, may: ['restore'] });
        return {};
      },
      [`POST ${path}/comments/c1/restore`]: () => {
        all[0] = aComment({ version: 5 });
        return all[0];
      },
    });
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: '删除 李雷 的评论' }));
    expect(await screen.findByText('评论已删除')).toBeInTheDocument();
    expect(sent(asked, 'DELETE')[0]?.headers['If-Match']).toBe('"3"');
    const undo = screen.getByRole('button', { name: '撤销删除' });
    expect(undo).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('@韩梅梅')).toBeInTheDocument();
  });

  it('that were changed behind the product’s back say so beside the others', async () => {
    keeping([{ id: 'c9', problem: 'comment.integrity' }, aComment()]);
    await open();
    expect(await screen.findByText(/封印已破损/)).toBeInTheDocument();
    expect(screen.getByText('@韩梅梅')).toBeInTheDocument();
  });

  it('come page by page, and a failure offers another try', async () => {
    let down = true;
    serve({
      ...base,
      [`GET ${path}/comments`]: () =>
        down ? new Refusal(503, { code: 'system.unavailable' }) : { items: [aComment()], next: 'c1' },
      [`GET ${path}/comments?after=c1`]: { items: [aComment({ id: 'c0', text: '更早' })], next: null },
    });
    const { user } = await open();
    const again = await screen.findByRole('button', { name: '重试' });
    down = false;
    await user.click(again);
    await user.click(await screen.findByRole('button', { name: '更早的评论' }));
    expect(await screen.findByText('更早')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '更早的评论' })).toBeNull();
  });
});

describe('mentions', () => {
  const people = [
    { id: 'm1', name: 'Li' },
    { id: 'm2', name: 'Li Lei' },
  ];

  it('are those that still stand in the text', () => {
    expect(mentioned({ text: 'hi @Li Lei', chosen: [...people, { id: 'm3', name: 'Han' }] }, [])).toEqual(['m2']);
    expect(mentioned({ text: 'hi', chosen: people }, people)).toEqual([]);
  });

  it.each([
    ['请@王芳看一下', ['w']],
    ['请＠王芳看一下', ['w']],
    ['好的，@王芳。@李雷，谢谢', ['w', 'l']],
    ['（@王芳芳）看过了', ['ww']],
    ['@sam，请看', ['s']],
    ['给@sam看', ['s']],
    ['写信到 info@sam.com', []],
    ['@samuel 看一下', []],
    ['@张伟 看一下', []],
    ['@ 王芳', []],
  ])('are found where a name was typed in full: %s', (text, ids) => {
    const members = [
      { id: 'w', name: '王芳' },
      { id: 'ww', name: '王芳芳' },
      { id: 'l', name: '李雷' },
      { id: 's', name: 'sam' },
      { id: 'z1', name: '张伟' },
      { id: 'z2', name: '张伟' },
    ];
    expect(mentioned({ text, chosen: [] }, members)).toEqual(ids);
    expect(mentioned({ text: '@张伟', chosen: [{ id: 'z2', name: '张伟' }] }, members)).toEqual(['z2']);
  });

  it('stand out in the words around them', () => {
    expect(pieces('请＠王芳看一下', [{ id: 'w', name: '王芳' }])).toEqual([
      { text: '请', mention: false },
      { text: '＠王芳', mention: true },
      { text: '看一下', mention: false },
    ]);
  });

  it('are cut out of the text, the longer of two names first', () => {
    expect(pieces('a @Li Lei, @Li', people)).toEqual([
      { text: 'a ', mention: false },
      { text: '@Li Lei', mention: true },
      { text: ', ', mention: false },
      { text: '@Li', mention: true },
    ]);
    expect(pieces('plain', [])).toEqual([{ text: 'plain', mention: false }]);
  });
});
