import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { FormDocument } from '../../studio';
import { accessibilityFindings } from '../../testing/axe';
import { ME, renderPage, startMessages } from '../../testing/render';
import { serve } from '../../testing/server';
import { DesignerProvider, type Designer } from '../useDesigner';
import { Preview } from './Preview';

const FORM = '/tenants/demo/apps/crm/forms/visit';
const document: FormDocument = {
  kind: 'form',
  key: 'visit',
  title: '拜访',
  fields: [
    { key: 'name', type: 'text', title: '姓名', sensitivity: { level: 'personal', kind: 'name' } },
    { key: 'note', type: 'text', title: '备注', sensitivity: { level: 'internal' } },
    { key: 'plan', type: 'text', title: '计划', sensitivity: { level: 'internal' } },
    { key: 'margin', type: 'text', title: '毛利', sensitivity: { level: 'internal' } },
  ],
};
const reason = (field: string, access: string) => ({ field, access, given: [], cuts: [], consents: [], purposes: [] });
const designer = {
  studio: { place: { kind: 'forms', tenant: 'demo', app: 'crm', key: 'visit' }, saving: 'saved', revision: 1 },
  document,
} as unknown as Designer;

beforeEach(() => startMessages());

it('a draft is tried with the eyes of a role: by the server’s decision, without losing what was typed', async () => {
  const asked = serve({
    'GET /me': ME,
    'GET /tenants/demo/members': { items: [], next: null },
    'GET /tenants/demo/roles': { items: [{ key: 'sales', members: 2 }], next: null },
    [`POST ${FORM}/access/explain`]: {
      groups: [{ group: 'sales', scoped: false, speaks: true }],
      actions: ['read', 'update'],
      denied: [],
      fields: [reason('name', 'masked'), reason('note', 'edit'), reason('plan', 'read'), reason('margin', 'hidden')],
    },
  });
  renderPage(
    <DesignerProvider value={designer}>
      <Preview onClose={() => undefined} />
    </DesignerProvider>,
  );
  fireEvent.change(await screen.findByLabelText(/^姓名/), { target: { value: '欧阳娜娜' } });
  fireEvent.change(screen.getByLabelText(/^计划/), { target: { value: '下周回访' } });
  expect(screen.getByLabelText(/^毛利/)).toBeInTheDocument();

  fireEvent.mouseDown(screen.getByLabelText('以谁的身份看'));
  fireEvent.click(await screen.findByTitle('销售'));

  expect(
    await screen.findByText(/^可编辑 1 项，可见 1 项，可申请查看 0 项，脱敏 1 项，隐藏 1 项$/),
  ).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('毛利')).toBeNull());
  expect(screen.queryByText('欧阳娜娜')).toBeNull();
  expect(screen.queryByDisplayValue('欧阳娜娜')).toBeNull();
  expect(screen.getByText('******')).toBeInTheDocument();
  expect(screen.getByText('下周回访')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: /^备注/ })).toBeEnabled();
  expect(screen.getByText('按这份草稿，不能新建记录；下面是看到的记录。')).toBeInTheDocument();
  expect(asked.find(({ path }) => path.endsWith('/access/explain'))?.body).toEqual({
    role: 'sales',
    definition: document,
  });
  expect(await accessibilityFindings(screen.getByRole('dialog'))).toEqual([]);
});

it('rules and formulas work as publishing would make them', async () => {
  const rules = [{ when: 'note = "x"', show: ['plan'] }];
  const when = ['=', ['get', 'string', 'note'], ['string', 'x']];
  serve({
    'GET /me': ME,
    'GET /tenants/demo/members': { items: [], next: null },
    'GET /tenants/demo/roles': { items: [], next: null },
    [`POST ${FORM}/publish`]: { form: { ...document, rules, compiled: { formulas: {}, rules: [{ when }] } } },
  });
  renderPage(
    <DesignerProvider value={designer}>
      <Preview onClose={() => undefined} />
    </DesignerProvider>,
  );
  const note = await screen.findByLabelText(/^备注/);
  await waitFor(() => expect(screen.queryByLabelText(/^计划/)).toBeNull());
  fireEvent.change(note, { target: { value: 'x' } });
  expect(await screen.findByLabelText(/^计划/)).toBeVisible();
});

it('says that rules cannot be tried while the draft has errors', async () => {
  serve({ 'GET /me': ME, [`POST ${FORM}/publish`]: { findings: [{ code: 'x', severity: 'error' }] } });
  renderPage(
    <DesignerProvider value={designer}>
      <Preview onClose={() => undefined} />
    </DesignerProvider>,
  );
  expect(await screen.findByText(/^草稿还有错误/)).toBeVisible();
});
