import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Outlet } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../api';
import type { FormDocument, FormStudio, Studio } from '../studio';
import { accessibilityFindings } from '../testing/axe';
import { ME, renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { Cards } from './cards/Cards';
import { Matrix } from './matrix/Matrix';
import { NewFields } from './publish/NewFields';
import { PublishBar } from './publish/PublishBar';
import { Sight } from './publish/Sight';
import { Why } from './why/Why';

const FORM = '/tenants/demo/apps/crm/forms/customer';
const document: FormDocument = {
  kind: 'form',
  key: 'customer',
  title: '客户',
  fields: [
    { key: 'name', type: 'text', title: '姓名', sensitivity: { level: 'personal' } },
    { key: 'idNumber', type: 'id-card', title: '身份证号' },
    { key: 'owner', type: 'member', title: '负责人' },
  ],
  permissionGroups: [
    {
      key: 'sales',
      title: '销售',
      members: { roles: ['sales'] },
      actions: ['read'],
      scope: 'owner = user.id',
      fields: { '*': 'read' },
    },
    { key: 'audit', title: '审计', members: { roles: ['auditor'] }, actions: ['read'], fields: { '*': 'masked' } },
  ],
};
const people = {
  'GET /tenants/demo/members': {
    items: [{ id: 'm1', name: '李雷', username: 'sam', roles: ['sales'], enabled: true }],
    next: null,
  },
  'GET /tenants/demo/departments': { items: [], next: null },
  'GET /tenants/demo/roles': {
    items: [
      { key: 'sales', members: 2 },
      { key: 'finance', members: 1 },
    ],
    next: null,
  },
  'GET /tenants/demo/purposes': { items: [{ key: 'contract', title: '签约' }], next: null },
};

/** A studio in memory. */
function Held({
  start = document,
  children,
}: {
  start?: FormDocument;
  children: (studio: Studio<FormDocument>) => React.ReactNode;
}) {
  const [now, setNow] = useState(start);
  const studio = {
    place: { tenant: 'demo', app: 'crm', kind: 'forms', key: 'customer' },
    document: now,
    change: (_label: string, recipe: (before: FormDocument) => FormDocument) => setNow(recipe),
    flush: async () => true,
    saving: 'saved',
    revision: 1,
  } as unknown as Studio<FormDocument>;
  return (
    <>
      {children(studio)}
      <output aria-label="document">{JSON.stringify(now.permissionGroups)}</output>
      <Outlet context={{ me: ME, studio, checked: { findings: [], fresh: true } } as unknown as FormStudio} />
    </>
  );
}

const groups = () =>
  JSON.parse(screen.getByLabelText('document').textContent ?? '[]') as NonNullable<FormDocument['permissionGroups']>;

beforeEach(() => startMessages());

describe('the matrix of fields and groups', () => {
  it('is walked by arrows, and digits choose', async () => {
    serve(people);
    const { container } = renderPage(<Held>{(studio) => <Matrix studio={studio} />}</Held>);
    const first = screen.getByRole('button', { name: /^姓名 · 销售: 可见/ });
    expect(first).toHaveAttribute('tabindex', '0');
    expect(await accessibilityFindings(container)).toEqual([]);
    first.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(screen.getByRole('button', { name: /^身份证号 · 审计: 脱敏/ })).toHaveFocus();
    await userEvent.keyboard('1');
    expect(groups()[1]?.fields).toEqual({ '*': 'masked', idNumber: 'hidden' });
    await userEvent.keyboard('{Delete}');
    expect(groups()[1]?.fields).toEqual({ '*': 'masked' });
  });

  it('sets a whole row and shows only the levels asked for', async () => {
    serve(people);
    renderPage(<Held>{(studio) => <Matrix studio={studio} />}</Held>);
    await userEvent.click(screen.getByRole('button', { name: '批量设置：身份证号' }));
    await userEvent.click(await screen.findByText('全部设为可申请查看'));
    expect(groups().map((group) => group.fields?.['idNumber'])).toEqual(['reveal', 'reveal']);
    await userEvent.click(screen.getByLabelText('隐私级别'));
    await userEvent.click(await screen.findByTitle('敏感个人信息'));
    expect(screen.getAllByRole('rowheader')).toHaveLength(1);
  });
});

// A card being edited has several editors, which take their time on a busy machine.
describe('cards', { timeout: 60_000 }, () => {
  it('tell who may what, are copied and removed', async () => {
    serve(people);
    const { container } = renderPage(<Held>{(studio) => <Cards studio={studio} findings={[]} opened={null} />}</Held>);
    expect(await screen.findByText('“负责人”是本人')).toBeVisible();
    expect(screen.queryByText('owner = user.id')).toBeNull();
    expect(screen.getByRole('heading', { name: '销售' })).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '复制: 销售' }));
    expect(groups().map(({ key }) => key)).toEqual(['sales', 'sales-copy', 'audit']);
    await userEvent.click(screen.getByRole('button', { name: '删除: 审计' }));
    await userEvent.click(await screen.findByRole('button', { name: '删除' }));
    expect(groups().map(({ key }) => key)).toEqual(['sales', 'sales-copy']);
  });

  it('count the records that somebody would see, by the groups as they stand', async () => {
    const asked = serve({
      ...people,
      [`POST ${FORM}/access/count`]: {
        all: { value: 200, exact: true },
        seen: { value: 42, exact: true },
        groups: [{ group: 'sales', seen: { value: 42, exact: true } }],
      },
    });
    renderPage(<Held>{(studio) => <Cards studio={studio} findings={[]} opened="sales" />}</Held>);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/试一试/));
    await userEvent.click(await screen.findByTitle('李雷'));
    await userEvent.click(within(dialog).getByRole('button', { name: '数一数' }));
    expect(await screen.findByText('共能看到 42 条（总共 200 条）')).toBeInTheDocument();
    const body = asked.find(({ path }) => path.endsWith('/access/count'))?.body as {
      member: string;
      definition: FormDocument;
    };
    expect(body.member).toBe('m1');
    expect(body.definition.permissionGroups?.[0]?.scope).toBe('owner = user.id');
  });
});

it('why: the server’s decision, group by group, with what cuts it', async () => {
  serve({
    ...people,
    [`POST ${FORM}/access/explain`]: {
      groups: [{ group: 'sales', scoped: true, speaks: true }],
      actions: ['read'],
      denied: [],
      fields: [
        {
          field: 'name',
          access: 'read',
          given: [{ group: 'sales', access: 'read' }],
          cuts: [],
          consents: [],
          purposes: [],
        },
        {
          field: 'idNumber',
          access: 'reveal',
          given: [{ group: 'sales', access: 'read' }],
          cuts: [{ cap: 'tag', ceiling: 'reveal' }],
          consents: [['contract']],
          purposes: [],
        },
      ],
    },
  });
  renderPage(<Held>{(studio) => <Why studio={studio} open onClose={() => undefined} />}</Held>);
  await userEvent.click(await screen.findByLabelText('谁'));
  await userEvent.click(await screen.findByTitle('李雷'));
  expect(await screen.findByText('隐私级别限制为：可申请查看')).toBeInTheDocument();
  expect(screen.getAllByText('“销售”给出：可见')).toHaveLength(2);
  expect(screen.getByText(/没有可用的目的/)).toBeInTheDocument();
  expect(screen.getByText(/以同意为依据（签约）/)).toBeInTheDocument();
});

describe('publishing', () => {
  const plan = {
    version: 3,
    findings: [] as Finding[],
    rights: [{ group: 'sales', effect: 'gains' as const, what: 'action', key: 'export' }],
    table: [],
    sight: [
      {
        field: 'idNumber',
        effect: 'gains' as const,
        from: 'hidden' as const,
        to: 'masked' as const,
        people: 3,
        members: [{ id: 'm1', name: '李雷' }],
      },
    ],
  };

  it('names the people who gain sight', async () => {
    const { container } = renderPage(<Sight document={document} published={document} plan={plan} first={false} />);
    expect(screen.getByText('3 人将看到更多')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: '李雷' })).toBeInTheDocument();
    expect(screen.getByText('“销售”可以导出')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('a new protected field is named in all groups by one click', async () => {
    renderPage(
      <Held>
        {(studio) => <NewFields studio={studio} unnamed={[{ field: 'idNumber', groups: ['sales', 'audit'] }]} />}
      </Held>,
    );
    await userEvent.click(screen.getByRole('button', { name: '身份证号: 脱敏' }));
    expect(groups().map((group) => group.fields?.['idNumber'])).toEqual(['masked', 'masked']);
  });

  it('waits for errors to be solved, and asks before it is done', async () => {
    const asked = serve({ [`POST ${FORM}/publish`]: { version: 3, findings: [], rights: [] } });
    const bar = (findings: Finding[], unchanged = false) => (
      <Held>
        {(studio) => (
          <PublishBar
            studio={studio}
            plan={{ ...plan, findings }}
            unchanged={unchanged}
            fresh
            conversions={[]}
            onDone={() => undefined}
          />
        )}
      </Held>
    );
    const nothing = renderPage(bar([], true));
    expect(screen.getByText('第 2 版已发布，之后没有修改')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /发布/ })).not.toBeInTheDocument();
    nothing.unmount();
    const { unmount } = renderPage(bar([{ code: 'form.no-fields', severity: 'error' }]));
    expect(screen.getByRole('button', { name: '发布第 3 版' })).toBeDisabled();
    unmount();
    renderPage(bar([]));
    await userEvent.click(screen.getByRole('button', { name: '发布第 3 版' }));
    await userEvent.click(await screen.findByRole('button', { name: '发布' }));
    await waitFor(() => expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${FORM}/publish`]));
  });
});
