import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { aCustomer, CUSTOMER, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { NewRecordPage } from '../pages';
import { pointingFrom, wholeList } from './relation';
import { Related } from './Related';

const COMPANY = { tenant: 'demo', app: 'crm', form: 'company' };
const RELATED = 'GET /tenants/demo/apps/crm/forms/company/related';
const ID = '0190a000-0000-7000-8000-00000000000c';
const list = {
  app: 'crm',
  form: 'customer',
  title: '客户',
  field: 'company',
  fieldTitle: '公司',
  many: false,
  create: true,
};

beforeEach(() => startMessages());

function start(table: Record<string, unknown>) {
  const asked = serve({
    [RELATED]: { items: [list], next: null },
    [`GET ${CUSTOMER}`]: customerAnswer,
    [`GET ${CUSTOMER}/views`]: { items: [], next: null },
    ...table,
  });
  renderPage(<Related place={COMPANY} id={ID} />);
  return asked;
}

it('lists the records that point here with their total, and leads to all of them and to a new one', async () => {
  const asked = start({
    [`POST ${CUSTOMER}/records/query`]: { items: [aCustomer()], next: null, count: { value: 12, exact: true } },
  });
  expect(await screen.findByRole('tab', { name: /客户\s*12/ })).toBeVisible();
  expect(await screen.findByText('王小明')).toBeVisible();
  const rows = asked.filter(({ method, body }) => method === 'POST' && (body as { limit: number }).limit === 5);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.body).toMatchObject({ filter: { field: 'company', op: 'eq', value: ID } });
  expect(screen.getByRole('link', { name: /新建客户/ })).toHaveAttribute(
    'href',
    expect.stringContaining(`company%3A${ID}`),
  );
  expect(decodeURIComponent(screen.getByRole('link', { name: /在列表中查看/ }).getAttribute('href') ?? '')).toContain(
    `[{"field":"company","op":"eq","value":{"id":"${ID}"}}]`,
  );
});

it('says that there are none, and offers no new one to whom may not make it', async () => {
  start({
    [RELATED]: { items: [{ ...list, create: false }], next: null },
    [`POST ${CUSTOMER}/records/query`]: { items: [], next: null, count: { value: 0, exact: true } },
  });
  expect(await screen.findByText('还没有相关的客户')).toBeVisible();
  expect(screen.queryByRole('link', { name: /新建/ })).toBeNull();
});

it('is not there for whom there are no lists, and can be tried again when something broke', async () => {
  start({ [RELATED]: new Refusal(404, { code: 'request.not-found' }) });
  await waitFor(() => expect(screen.queryByText('相关记录')).toBeNull());
  start({ [RELATED]: new Refusal(500, { code: 'internal' }) });
  expect(await screen.findByText('相关记录没有加载成功')).toBeVisible();
  expect(screen.getByRole('button', { name: '重试' })).toBeEnabled();
});

it('fills the relation of the new record in from its address', async () => {
  const asked = serve({
    [`GET ${CUSTOMER}`]: customerAnswer,
    'GET /tenants/demo/apps/crm/forms/company': {
      definition: { key: 'company', title: '公司', fields: [{ key: 'name', type: 'text', title: '名称' }] },
    },
    'POST /tenants/demo/apps/crm/forms/company/records/query': {
      items: [{ ...aCustomer(), id: ID, data: { name: '蓝海科技' } }],
      next: null,
    },
    [`POST ${CUSTOMER}/records`]: aCustomer(),
  });
  renderPage(<NewRecordPage />, {
    at: `/t/demo/apps/crm/forms/customer/new?to=company:${ID}`,
    path: '/t/:tenant/apps/:app/forms/:form/new',
  });
  expect(await screen.findByText('蓝海科技')).toBeVisible();
  const form = screen.getByRole('form');
  await userEvent.click(within(form).getByRole('button', { name: /草稿/ }));
  await waitFor(() =>
    expect(asked.find(({ path }) => path === `${CUSTOMER}/records`)?.body).toMatchObject({ data: { company: ID } }),
  );
});

it('takes nothing from an address that is no relation of the form', () => {
  const form = parseForm(customerAnswer);
  expect(pointingFrom(form, `company:${ID}`)).toMatchObject({ key: 'company', form: 'company' });
  for (const other of [null, 'company', 'company:x', `name:${ID}`, `none:${ID}`, `:${ID}`])
    expect(pointingFrom(form, other)).toBeUndefined();
  expect(wholeList('demo', { ...list, many: true }, ID)).toContain(encodeURIComponent('"op":"in"'));
});
