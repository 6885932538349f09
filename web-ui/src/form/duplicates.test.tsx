import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { EditRecord } from '../records/page/EditRecord';
import { NewRecordPage } from '../records/pages';
import { parseForm } from '../schema';
import { accessibilityFindings } from '../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../testing/forms';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve, type Request } from '../testing/server';

const MOBILE = '13800138001';
const allowed = { ...customerAnswer, actions: [...customerAnswer.actions, 'duplicates'] };
const base = {
  [`GET ${CUSTOMER}`]: allowed,
  'GET /tenants/demo/members': { items: [], next: null },
  [`POST ${CUSTOMER}/records/compute`]: { data: {}, findings: [] },
};
const found = (records: unknown[], more = {}) => ({
  items: [{ field: 'mobile', count: records.length, exact: true, records, ...more }],
});
const asked = (all: Request[]) => all.filter((each) => each.path.endsWith('/duplicates'));

async function typeMobile(text: string) {
  const user = userEvent.setup();
  const page = renderPage(<NewRecordPage />, {
    at: `${CUSTOMER_PAGE}/new`,
    path: '/t/:tenant/apps/:app/forms/:form/new',
  });
  await user.type(await screen.findByLabelText(/^(手机|Mobile)/), text);
  await user.tab();
  return { user, ...page };
}

beforeEach(() => startMessages());

describe('a value that other records may hold', () => {
  it('is asked about when the field is left, and who keeps the record is said by his masked name', async () => {
    const all = serve({ ...base, [`POST ${CUSTOMER}/records/duplicates`]: found([{ owner: '王**' }]) });
    const { user, container } = await typeMobile(MOBILE);
    expect(await screen.findByText('此手机已是 王** 的客户。')).toBeInTheDocument();
    expect(asked(all).map((each) => each.body)).toEqual([{ data: { mobile: MOBILE } }]);
    expect(screen.getByLabelText(/^手机/)).toHaveAccessibleDescription(/王\*\*/);
    expect(await accessibilityFindings(container)).toEqual([]);

    await user.type(screen.getByLabelText(/^手机/), '{Backspace}');
    expect(screen.queryByText(/王\*\*/)).toBeNull();
    await user.type(screen.getByLabelText(/^手机/), '1');
    await user.tab();
    expect(await screen.findByText(/王\*\*/)).toBeInTheDocument();
    expect(asked(all)).toHaveLength(1);
  });

  it('leads to the records in sight', async () => {
    const records = [{ id: 'r1', title: '王小明' }, { id: 'r2', title: '王大明' }, {}];
    serve({ ...base, [`POST ${CUSTOMER}/records/duplicates`]: found(records, { exact: false }) });
    await typeMobile(MOBILE);
    const link = await screen.findByRole('link', { name: '王小明' });
    expect(link).toHaveAttribute('href', `${CUSTOMER_PAGE}/records/r1`);
    expect(screen.getByRole('link', { name: '王大明' })).toBeInTheDocument();
    expect(screen.getByText('此手机在客户中已有记录，不在你的可见范围内。')).toBeInTheDocument();
    expect(screen.getByText('还有更多。')).toBeInTheDocument();
  });

  it('is said in English', async () => {
    startMessages('en');
    serve({ ...base, [`POST ${CUSTOMER}/records/duplicates`]: found([{ owner: 'S***' }]) });
    await typeMobile(MOBILE);
    expect(await screen.findByText('This Mobile is already a Customer of S***.')).toBeInTheDocument();
  });

  it('is not asked about without the right, while it is not valid, or where no index is declared', async () => {
    const without = serve({ ...base, [`GET ${CUSTOMER}`]: customerAnswer });
    const { unmount } = await typeMobile(MOBILE);
    expect(asked(without)).toEqual([]);
    unmount();

    const all = serve(base);
    const { user } = await typeMobile('138');
    await user.type(screen.getByLabelText(/^备注/), '你好');
    await user.tab();
    expect(asked(all)).toEqual([]);
  });

  it('stops nothing when the server does not say', async () => {
    const all = serve({
      ...base,
      [`POST ${CUSTOMER}/records/duplicates`]: new Refusal(429, { code: 'record.search-limit' }),
    });
    await typeMobile(MOBILE);
    await waitFor(() => expect(asked(all)).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText(/^手机/)).toHaveValue(MOBILE);
  });

  it('is asked about beside the record that holds it, once it is changed', async () => {
    const record = aCustomer();
    const all = serve({ ...base, [`POST ${CUSTOMER}/records/duplicates`]: { items: [] } });
    const user = userEvent.setup();
    renderPage(
      <EditRecord
        place={{ tenant: 'demo', app: 'crm', form: 'customer' }}
        form={parseForm(allowed)}
        record={record}
        onDone={() => undefined}
        reload={async () => undefined}
      />,
    );
    await user.click(await screen.findByLabelText(/^姓名/));
    await user.tab();
    expect(asked(all)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '替换 手机' }));
    await user.type(screen.getByLabelText(/^手机/), MOBILE);
    await user.tab();
    await user.tab();
    await waitFor(() => expect(asked(all)[0]?.body).toEqual({ data: { mobile: MOBILE }, except: record.id }));
  });
});
