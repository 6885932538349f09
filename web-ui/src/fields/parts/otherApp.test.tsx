import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { FieldCell, FieldInput } from '../index';

const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' } };
const field = { key: 'contract', type: 'relation', title: '合同', form: 'contract' };
const LEGAL = '/tenants/demo/apps/legal/forms';
const seen = {
  'GET /tenants/demo/apps': { items: [{ key: 'crm' }, { key: 'legal' }], next: null },
  'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'customer', title: '客户', version: 1 }], next: null },
  [`GET ${LEGAL}`]: { items: [{ key: 'contract', title: '合同', version: 1 }], next: null },
  [`GET ${LEGAL}/contract`]: {
    definition: { key: 'contract', title: '合同', fields: [{ key: 'name', type: 'text', title: '名称' }] },
  },
  [`POST ${LEGAL}/contract/records/query`]: {
    items: [{ id: 'k1', data: { name: '年度框架合同' }, version: 1 }],
    next: null,
  },
};
const input = (onChange = vi.fn()) =>
  renderPage(
    <FieldInput
      id="contract"
      field={field}
      value={null}
      original={null}
      replaceable={false}
      onChange={onChange}
      context={context}
    />,
  );

beforeEach(() => startMessages());

it('offers records of a form in another app, and asks for nothing in its own', async () => {
  const asked = serve(seen);
  const onChange = vi.fn();
  input(onChange);
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByTitle('年度框架合同'));
  expect(onChange).toHaveBeenCalledWith({ id: 'k1', title: '年度框架合同' });
  expect(asked.some(({ path }) => path.startsWith('/tenants/demo/apps/crm/forms/contract'))).toBe(false);
});

it('asks no other app for a form of its own', async () => {
  const asked = serve({
    ...seen,
    'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'contract', title: '合同', version: 1 }], next: null },
    'GET /tenants/demo/apps/crm/forms/contract': seen[`GET ${LEGAL}/contract`],
    'POST /tenants/demo/apps/crm/forms/contract/records/query': seen[`POST ${LEGAL}/contract/records/query`],
  });
  input();
  await userEvent.click(screen.getByRole('combobox'));
  expect(await screen.findByTitle('年度框架合同')).toBeInTheDocument();
  expect(asked.some(({ path }) => path === '/tenants/demo/apps')).toBe(false);
});

it('offers nothing of a form that the reader does not see anywhere', async () => {
  const asked = serve({ ...seen, [`GET ${LEGAL}`]: new Refusal(404, { code: 'request.not-found' }) });
  input();
  await userEvent.click(screen.getByRole('combobox'));
  await waitFor(() => expect(asked.some(({ path }) => path === LEGAL)).toBe(true));
  expect(await screen.findByText('没有匹配的记录')).toBeInTheDocument();
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);
});

it('leads to the record where it lies', async () => {
  serve(seen);
  renderPage(<FieldCell field={field} value={{ id: 'k1', title: '年度框架合同' }} context={context} />);
  await waitFor(() =>
    expect(screen.getByRole('link', { name: '年度框架合同' })).toHaveAttribute(
      'href',
      '/t/demo/apps/legal/forms/contract/records/k1',
    ),
  );
});
