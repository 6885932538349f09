import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { ME, renderPage, startMessages } from '../testing/render';
import { Refusal, serve } from '../testing/server';
import { DeskPage } from './pages';

const PERSON = '0199a000-0000-7000-8000-0000000000aa';
const RECORD = '019a0000-0000-7000-8000-0000000000bb';
const field = {
  field: 'mobile',
  title: { 'zh-CN': '手机', en: 'Mobile' },
  type: 'phone',
  level: 'personal',
  kind: 'phone',
  purposes: ['sales'],
  lawfulBasis: null,
  retention: null,
  identifies: true,
  kept: true,
  encrypted: true,
  mask: 'phone',
  search: [{ mode: 'exact', bits: 15, unique: false, searchable: true }],
  sight: [{ group: 'sales', title: '销售', access: 'edit', leaves: 'hidden', scoped: true }],
};
const inventory = {
  items: [
    {
      app: 'crm',
      form: 'customer',
      version: 1,
      title: '客户',
      subject: 'natural-person',
      retention: { keepFor: 'P3Y', from: 'updatedAt', then: 'erase' },
      records: 200,
      fields: [
        field,
        { ...field, field: 'idNumber', title: '身份证号', level: 'sensitive', kind: 'idcard', search: [] },
      ],
    },
  ],
  next: null,
};
const grant = {
  id: 'c1',
  subject: PERSON,
  notice: '2026-01',
  purpose: 'marketing',
  act: 'grant',
  at: '2026-01-02T00:00:00Z',
  by: 'm1',
  form: 'customer',
  record: RECORD,
  field: 'consent',
  channel: null,
  withdraws: null,
  stands: true,
};
const usual = {
  'GET /tenants/demo/privacy/inventory': inventory,
  'GET /tenants/demo/approvals/waiting': { waiting: 2 },
  'GET /tenants/demo/purposes': {
    items: [
      { key: 'sales', title: { 'zh-CN': '销售', en: 'Sales' } },
      { key: 'marketing', title: { 'zh-CN': '营销', en: 'Marketing' } },
    ],
    next: null,
  },
  'GET /tenants/demo/apps': { items: [{ key: 'crm', title: 'CRM' }], next: null },
  'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'customer', title: '客户' }], next: null },
  'GET /tenants/demo/members': { items: [{ id: 'm1', name: '李雷' }], next: null },
  [`GET /tenants/demo/privacy/subjects/${PERSON}`]: {
    id: PERSON,
    createdAt: '2026-01-01T00:00:00Z',
    forms: [{ app: 'crm', form: 'customer', title: '客户', records: 1, newest: [RECORD] }],
  },
  'GET /tenants/demo/privacy/consents': { items: [grant], next: null },
  'GET /tenants/demo/privacy/erasures': { items: [], next: null },
  'GET /tenants/demo/approvals': { items: [], next: null },
};
const show = (page: string) =>
  renderPage(<DeskPage />, { at: `/t/demo/privacy/${page}`, path: '/t/:tenant/privacy/*' });

beforeEach(() => {
  startMessages();
  ME.tenants[0] = { key: 'demo', roles: ['dpo'] };
});

describe('the privacy desk', () => {
  it('finds a person by exactly what identifies him, and says where his data lie', async () => {
    const asked = serve({ ...usual, 'GET /tenants/demo/privacy/subjects': { items: [{ id: PERSON }], next: null } });
    const { container } = show('people');
    fireEvent.change(await screen.findByLabelText('完整的电话'), { target: { value: '13800138000' } });
    fireEvent.click(screen.getByRole('button', { name: '查找' }));
    expect(await screen.findByText(/客户 · 1 条记录/)).toBeInTheDocument();
    expect(asked.some(({ path }) => path.endsWith('/subjects?search=13800138000'))).toBe(true);
    expect(await screen.findByRole('link', { name: /的记录$/ })).toHaveAttribute(
      'href',
      `/t/demo/apps/crm/forms/customer/records/${RECORD}`,
    );
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('says when nobody is found, and that a part finds nobody', async () => {
    serve({ ...usual, 'GET /tenants/demo/privacy/subjects': { items: [], next: null } });
    show('people');
    fireEvent.change(await screen.findByLabelText('完整的电话'), { target: { value: '138' } });
    fireEvent.click(screen.getByRole('button', { name: '查找' }));
    expect(await screen.findByText('没有找到这个人')).toBeInTheDocument();
    expect(screen.getByText(/不支持部分匹配/)).toBeInTheDocument();
  });

  it('enters a withdrawal after saying what follows, and puts a mistake right', async () => {
    const asked = serve({
      ...usual,
      'POST /tenants/demo/privacy/consents/c1/withdraw': { ...grant, id: 'c2', act: 'withdraw', stands: false },
      'POST /tenants/demo/privacy/consents': { ...grant, id: 'c3' },
    });
    show(`people/${PERSON}`);
    fireEvent.click(await screen.findByRole('button', { name: '登记撤回：营销' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/对所有人都只显示脱敏后的值/)).toBeInTheDocument();
    fireEvent.click(within(dialog).getByRole('button', { name: '登记撤回' }));
    fireEvent.click(await screen.findByRole('button', { name: '登记错了' }));
    await waitFor(() =>
      expect(asked.find(({ method, path }) => method === 'POST' && path.endsWith('/consents'))?.body).toEqual({
        subject: PERSON,
        notice: '2026-01',
        purpose: 'marketing',
        form: 'customer',
        field: 'consent',
      }),
    );
  });

  it('keeps the purposes: one that a field names stays, a new one gets a key', async () => {
    const asked = serve({
      ...usual,
      'PUT /tenants/demo/purposes': ({ body }: { body: unknown }) => ({ ...(body as object), next: null }),
    });
    const { container } = show('purposes');
    await screen.findByText('2 个字段使用');
    expect(screen.getByRole('button', { name: '移除：销售' })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: '移除：营销' }));
    fireEvent.click(screen.getByRole('button', { name: '添加目的' }));
    expect(screen.getByRole('button', { name: '保存' })).toBeDisabled();
    fireEvent.change(screen.getByLabelText('第 2 项的英文名称'), { target: { value: 'Research' } });
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
        items: [
          { key: 'sales', title: { 'zh-CN': '销售', en: 'Sales' } },
          { key: 'research', title: { en: 'Research' } },
        ],
      }),
    );
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('shows auditors what is held and what each search gives away, not people', async () => {
    ME.tenants[0] = { key: 'demo', roles: ['auditor'] };
    serve(usual);
    const { container } = show('inventory');
    expect(await screen.findByText('2 个字段，1 张表单')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: '个人' })).toBeNull();
    fireEvent.click(screen.getByText('手机'));
    expect(screen.getByText(/能看到数据库的人会知道哪些记录的值相同/)).toBeInTheDocument();
    expect(screen.getAllByText('销售：可编辑（部分记录）')[0]).toBeInTheDocument();
    fireEvent.click(screen.getByRole('checkbox', { name: '只看有缺项的' }));
    expect(await screen.findByText('1 个字段，1 张表单')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('has no inventory for anybody else', async () => {
    ME.tenants[0] = { key: 'demo', roles: ['sales'] };
    serve({
      'GET /tenants/demo/privacy/inventory': new Refusal(404, { code: 'request.not-found' }),
    });
    show('');
    expect(await screen.findByText(/只对隐私负责人、审计员和管理员开放/)).toBeInTheDocument();
  });
});
