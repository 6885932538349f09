import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StudioPage } from '../studio/pages';
import type { FormDocument } from '../studio';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve, Versioned, type Request } from '../testing/server';
import { FormDesigner } from './FormDesigner';

/** A busy machine takes its time to save as one goes. */
const PATIENCE = 20_000;

const FORM = '/tenants/demo/apps/crm/forms/complaint';
const AT = '/t/demo/apps/crm/forms/complaint/design';

const draft: FormDocument = {
  kind: 'form',
  key: 'complaint',
  title: { 'zh-CN': '投诉' },
  fields: [
    { key: 'name', type: 'text', title: { 'zh-CN': '姓名' }, sensitivity: { level: 'personal', kind: 'name' } },
    { key: 'what', type: 'long-text', title: { 'zh-CN': '内容' } },
  ],
  layout: [{ section: { 'zh-CN': '投诉人' }, columns: 2, fields: ['name', 'what'] }],
  permissionGroups: [
    {
      key: 'desk',
      title: { 'zh-CN': '客服' },
      members: { roles: ['sales'] },
      actions: ['create'],
      fields: { '*': 'edit' },
    },
  ],
};

/** A server that keeps one draft by its revision. */
function open(more: Record<string, unknown> = {}) {
  const server = { document: draft, revision: 4 };
  const asked = serve({
    'GET /me': { id: 'm1', name: '李雷', tenants: [{ key: 'demo', roles: ['designer'] }] },
    'GET /tenants/demo/apps': { items: [{ key: 'crm', title: '客户' }], next: null },
    'GET /tenants/demo/apps/crm/workflows': { items: [], next: null },
    'GET /tenants/demo/purposes': { items: [{ key: 'service', title: '客户服务' }], next: null },
    [`GET ${FORM}/draft`]: () => new Versioned(server.revision, server.document),
    [`PUT ${FORM}/draft`]: ({ body, headers }: Request) => {
      if (headers['If-Match'] !== `"${server.revision}"`)
        return new Refusal(412, { code: 'form.stale-draft', params: { by: 'm2' } });
      server.document = body as FormDocument;
      server.revision += 1;
      return new Versioned(server.revision, body);
    },
    [`POST ${FORM}/publish`]: {
      findings: [
        { severity: 'error', code: 'field.sensitivity-required', pointer: '/fields/1', params: { key: 'what' } },
        {
          severity: 'error',
          code: 'group.new-field-unnamed',
          pointer: '/permissionGroups/0/fields',
          params: { field: 'name' },
        },
      ],
    },
    ...more,
  });
  renderPage(
    <Routes>
      <Route path="/t/:tenant/apps/:app/forms/:form/design" element={<StudioPage />}>
        <Route index element={<FormDesigner />} />
      </Route>
    </Routes>,
    { at: AT },
  );
  return { server, asked };
}

const keysOf = (document: FormDocument) => document.layout?.flatMap((block) => block.fields);
// By label: asking for roles takes seconds among so many controls, where nothing is painted.
const item = (name: RegExp) => screen.findByLabelText(name, {}, { timeout: PATIENCE });
const someone = () => userEvent.setup({ delay: null, pointerEventsCheck: 0 });

beforeEach(() => {
  startMessages();
  localStorage.clear();
  window.matchMedia = ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});

describe('the form designer', { timeout: 60_000 }, () => {
  it('shows the form, its steps with what is wrong, and is accessible', async () => {
    open();
    expect(await item(/^姓名, 文本, 个人信息/)).toBeInTheDocument();
    expect(await item(/^内容, 多行文本, 还没有定隐私级别/)).toBeInTheDocument();
    const steps = screen.getByRole('navigation', { name: '设计步骤' });
    expect(await within(steps).findByRole('link', { name: /^表单 .*1 个错误/ })).toBeInTheDocument();
    expect(within(steps).getByRole('link', { name: /^权限 .*1 个错误/ })).toBeInTheDocument();
    expect(within(steps).getByRole('link', { name: /^发布 .*2 个错误/ })).toBeInTheDocument();
    expect(await accessibilityFindings(document.body)).toEqual([]);
  });

  it('adds a field from the palette, saves it against the revision read, and takes it back', async () => {
    const user = someone();
    const { server, asked } = open();
    await item(/^姓名, /);
    fireEvent.change(screen.getByLabelText('搜索字段'), { target: { value: '手机' } });
    await user.click(screen.getByRole('button', { name: '手机' }));
    await waitFor(() => expect(keysOf(server.document)).toEqual(['name', 'what', 'mobile']), { timeout: PATIENCE });
    expect(asked.find(({ method }) => method === 'PUT')?.headers['If-Match']).toBe('"4"');
    expect(server.document.fields.at(-1)).toMatchObject({
      key: 'mobile',
      title: { 'zh-CN': '手机' },
      sensitivity: { level: 'personal', kind: 'phone' },
    });
    await user.click(screen.getByRole('button', { name: '撤销：添加手机' }));
    await waitFor(() => expect(keysOf(server.document)).toEqual(['name', 'what']), { timeout: PATIENCE });
  });

  it('is worked by keyboard: select, move, title, delete, undo, redo', async () => {
    const user = someone();
    const { server } = open();
    await user.click(await item(/^姓名, /));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(keysOf(server.document)).toEqual(['what', 'name']), { timeout: PATIENCE });
    await user.keyboard('{ArrowUp}');
    expect(await item(/^内容, /)).toHaveAttribute('aria-current', 'true');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-label', '标题'));
    fireEvent.change(document.activeElement as Element, { target: { value: '经过' } });
    await user.keyboard('{Enter}');
    expect(await item(/^经过, /)).toBeInTheDocument();
    (await item(/^经过, /)).focus();
    await user.keyboard('{Delete}');
    expect(screen.queryByLabelText(/^经过, /)).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    expect(await item(/^经过, /)).toBeInTheDocument();
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(screen.queryByLabelText(/^经过, /)).toBeNull());
    // What is not saved yet is saved on leaving, into what the next test reads.
    await waitFor(() => expect(keysOf(server.document)).toEqual(['name']), { timeout: PATIENCE });
  });

  it('says what each privacy choice means, and shows the mask of a test value', async () => {
    const user = someone();
    const { server } = open();
    await user.click(await item(/^姓名, /));
    const pane = screen.getByRole('complementary', { name: '属性' });
    const privacy = within(pane).getByRole('region', { name: '隐私' });
    const box = within(privacy).getByLabelText('试一个值');
    fireEvent.change(box, { target: { value: '欧阳娜娜' } });
    expect(within(privacy).getByRole('status')).toHaveTextContent('欧阳**');
    expect(within(privacy).getByText(/哪些记录的值相同/)).toBeInTheDocument();
    await user.click(within(privacy).getByRole('checkbox', { name: '按完整的值' }));
    await user.click(within(privacy).getByRole('radio', { name: /敏感个人信息/ }));
    await waitFor(
      () =>
        expect(server.document.fields[0]).toMatchObject({
          sensitivity: { level: 'sensitive', kind: 'name', search: ['exact'] },
        }),
      { timeout: PATIENCE },
    );
    await user.click(within(privacy).getByRole('radio', { name: /内部/ }));
    await waitFor(
      () => expect(server.document.fields[0]).toMatchObject({ sensitivity: { level: 'internal', kind: 'name' } }),
      { timeout: PATIENCE },
    );
    expect(within(privacy).queryByLabelText('试一个值')).toBeNull();
  });

  it('meets another designer: shows both changes and merges them', async () => {
    const user = someone();
    const { server } = open();
    await user.click(await item(/^姓名, /));
    server.document = { ...draft, title: { 'zh-CN': '客户投诉' } };
    server.revision = 5;
    await user.keyboard('{Delete}');
    expect(
      await screen.findByRole('heading', { name: /在你之前保存了这份草稿/ }, { timeout: PATIENCE }),
    ).toBeInTheDocument();
    const mine = screen.getByRole('region', { name: '你的修改' });
    expect(within(mine).getByText('姓名')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '合并两边的修改' }));
    await waitFor(() => expect(keysOf(server.document)).toEqual(['what']), { timeout: PATIENCE });
    expect(server.document.title).toEqual({ 'zh-CN': '客户投诉' });
  });

  it('says who may design when one may not', async () => {
    open({ [`GET ${FORM}/draft`]: new Refusal(403, { code: 'identity.forbidden' }) });
    expect(await screen.findByText('你不能设计这张表单')).toBeInTheDocument();
  });
});
