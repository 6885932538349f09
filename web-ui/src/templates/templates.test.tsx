import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve } from '../testing/server';
import { TemplatesPage } from './pages';

const crm = {
  id: 'crm',
  version: '1.0.0',
  title: { 'zh-CN': '客户管理', en: 'CRM' },
  description: { 'zh-CN': '客户与授信审批。', en: 'Customers and credit.' },
  app: 'crm',
  forms: [{ key: 'customer', title: { 'zh-CN': '客户', en: 'Customer' }, fields: 2 }],
  workflows: [{ key: 'credit', title: { 'zh-CN': '授信审批', en: 'Credit' } }],
  dashboards: [],
  levels: { personal: 4, sensitive: 1 },
  roles: ['finance', 'sales'],
  installed: null as string | null,
  missingRoles: ['finance'],
};
const LIST = 'GET /tenants/demo/templates';
const INSTALL = 'POST /tenants/demo/templates/crm/install';
const show = () => renderPage(<TemplatesPage />, { at: '/t/demo/templates', path: '/t/:tenant/templates' });

beforeEach(() => startMessages());

describe('templates', () => {
  it('say what they bring and are installed', async () => {
    let version: string | null = null;
    const asked = serve({
      [LIST]: () => ({ items: [{ ...crm, installed: version }], next: null }),
      [INSTALL]: () => {
        version = '1.0.0';
        return { id: 'crm', version: '1.0.0', app: 'crm' };
      },
    });
    const { container } = show();
    const card = (await screen.findByRole('heading', { name: '客户管理' })).closest('li') as HTMLElement;
    expect(within(card).getByText('个人信息 4 项和敏感个人信息 1 项')).toBeInTheDocument();
    expect(within(card).getByText(/还没有这些角色：finance/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(within(card).getByRole('button', { name: '安装: 客户管理' }));
    expect(await screen.findByText('已安装 1.0.0')).toBeInTheDocument();
    expect(await screen.findByText('“客户管理”已安装，可以使用了。')).toBeInTheDocument();
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('name the keys that are in the way', async () => {
    serve({
      [LIST]: { items: [crm], next: null },
      [INSTALL]: new Refusal(409, {
        code: 'template.keys-taken',
        errors: [{ severity: 'error', code: 'template.key-taken', pointer: '/forms/0', params: { key: 'customer' } }],
      }),
    });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '安装: 客户管理' }));
    expect(await screen.findByText(/使用这些标识：customer。没有改动任何东西/)).toBeInTheDocument();
  });

  it('show the fields of their forms with their tags', async () => {
    serve({
      [LIST]: { items: [crm], next: null },
      'GET /templates/crm': {
        ...crm,
        forms: [
          {
            key: 'customer',
            title: { 'zh-CN': '客户', en: 'Customer' },
            fields: [
              { key: 'name', title: { 'zh-CN': '姓名', en: 'Name' }, type: 'text', level: 'personal' },
              { key: 'level', title: { 'zh-CN': '等级', en: 'Level' }, type: 'choice', level: 'internal' },
            ],
          },
        ],
      },
    });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '查看内容: 客户管理' }));
    expect(await screen.findByRole('row', { name: '姓名 个人信息' })).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '等级 内部' })).toBeInTheDocument();
  });

  it('are for designers', async () => {
    serve({ [LIST]: new Refusal(403, { code: 'identity.forbidden' }) });
    show();
    expect(await screen.findByText('模板由设计者和管理员安装')).toBeInTheDocument();
  });
});
