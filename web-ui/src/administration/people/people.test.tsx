import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { MemberPage, MembersPage, RolesPage } from '../pages';
import { forest } from './people';

const mia = { id: 'm2', username: 'mia', name: '米娅', departments: ['d2'], roles: ['sales-manager'], enabled: true };
const old = { id: 'm3', username: 'old', name: '老王', departments: [], roles: [], enabled: false };
const sales = { id: 'd1', name: '销售部', path: '销售部', parentId: null, heads: [] };
const north = { id: 'd2', name: '北区', path: '销售部/北区', parentId: 'd1', heads: ['m2'] };
const organisation = {
  console: 'https://id.example/admin/jianmi/console/',
  readAt: '2026-01-01T00:00:00Z',
  members: 2,
  active: 1,
  departments: 2,
  roles: 2,
};
const people = {
  'GET /tenants/demo/organisation': organisation,
  'GET /tenants/demo/departments': { items: [sales, north], next: null },
  'GET /tenants/demo/members': { items: [mia, old], next: null },
  'GET /tenants/demo/members/m2': mia,
  'GET /tenants/demo/roles': {
    items: [
      { key: 'admin', members: 1 },
      { key: 'sales-manager', members: 1 },
    ],
    next: null,
  },
};

beforeEach(() => startMessages());

describe('members and departments', () => {
  const show = () => renderPage(<MembersPage />, { at: '/t/demo/members', path: '/t/:tenant/members' });

  it('stand in their tree, are searched, and are compared with Keycloak at once', async () => {
    const asked = serve({ ...people, 'POST /tenants/demo/organisation/read': organisation });
    const { container } = show();
    expect(await screen.findByRole('link', { name: '米娅' })).toBeInTheDocument();
    expect(screen.getByText('已停用')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /打开 Keycloak 管理台/ })).toHaveAttribute('href', organisation.console);
    expect(await accessibilityFindings(container)).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: /北区.*主管：米娅/ }));
    await waitFor(() => expect(asked.some(({ path }) => path.includes('department=d2'))).toBe(true));
    fireEvent.change(screen.getByLabelText('搜索姓名或登录名'), { target: { value: '米' } });
    await waitFor(() => expect(asked.some(({ path }) => path.includes('search=%E7%B1%B3'))).toBe(true));
    fireEvent.click(screen.getByRole('button', { name: /立即核对/ }));
    expect(await screen.findByText('已与 Keycloak 核对一致')).toBeInTheDocument();
  });

  it('are administrators’ alone', async () => {
    serve({ ...people, 'GET /tenants/demo/organisation': new Refusal(403, { code: 'identity.forbidden' }) });
    show();
    expect(await screen.findByText('“成员与部门”只对管理员开放')).toBeInTheDocument();
  });

  it('tell of one who acts for him, and let an administrator look with his eyes', async () => {
    const asked = serve({
      ...people,
      'GET /tenants/demo/delegations': {
        items: [
          {
            id: 'x',
            member: { id: 'm2', name: '米娅' },
            delegate: { id: 'm9', name: '小林' },
            from: '2026-01-01T00:00:00Z',
            until: '2026-02-01T00:00:00Z',
            workflows: [],
            open: true,
            active: true,
            createdAt: '2026-01-01T00:00:00Z',
          },
        ],
        next: null,
      },
      'POST /tenants/demo/simulations': {
        id: 's',
        kind: 'member',
        key: 'm2',
        name: '米娅',
        until: '2026-01-01T01:00:00Z',
      },
    });
    const { container } = renderPage(<MemberPage />, { at: '/t/demo/members/m2', path: '/t/:tenant/members/:id' });
    expect(await screen.findByRole('link', { name: '小林' })).toBeInTheDocument();
    expect(await screen.findByText('销售部 / 北区')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /以此人的身份查看/ }));
    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith('/simulations'))?.body).toEqual({ member: 'm2' }),
    );
  });
});

describe('roles', () => {
  it('tell who has them and which permission groups name them', async () => {
    serve({
      ...people,
      'GET /tenants/demo/roles/sales-manager/groups': {
        items: [
          {
            app: 'crm',
            form: 'customer',
            title: '客户',
            group: 'managers',
            groupTitle: '经理',
            actions: ['read'],
            member: true,
            approver: true,
          },
        ],
        next: null,
      },
    });
    const { container } = renderPage(<RolesPage />, {
      at: '/t/demo/roles/sales-manager',
      path: '/t/:tenant/roles/:role?',
    });
    const groups = await screen.findByRole('region', { name: '用到它的权限组' });
    expect(await within(groups).findByRole('link', { name: '客户' })).toBeInTheDocument();
    expect(within(groups).getByText('可批准查看明文')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: '米娅' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });
});

it('keeps a department whose parent is unknown', () => {
  expect(forest([north]).map(({ department }) => department.id)).toEqual(['d2']);
  expect(forest([sales, north])[0]?.below[0]?.department.id).toBe('d2');
});
