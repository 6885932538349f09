import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { RecordListPage, RecordPage } from '../pages';

const first = aCustomer();
const second = aCustomer({ id: '0190a000-0000-7000-8000-000000000002' });
const record = `${CUSTOMER}/records/${first.id}`;
const may = (...actions: string[]) => ({ ...customerAnswer, actions });
const base = {
  [`GET ${CUSTOMER}`]: may('read', 'print'),
  [`GET ${record}`]: first,
  [`GET ${record}/history`]: { items: [], next: null },
  [`GET ${record}/comments`]: { items: [], next: null },
  [`POST ${CUSTOMER}/records/query`]: { items: [first, second], next: null, count: { value: 2, exact: true } },
  'GET /tenants/demo/members': { items: [], next: null },
};
const openRecord = () =>
  renderPage(<RecordPage />, {
    at: `${CUSTOMER_PAGE}/records/${first.id}`,
    path: '/t/:tenant/apps/:app/forms/:form/records/:id',
  });
const PATIENCE = { timeout: 10_000 };
const saved: { name: string; href: string }[] = [];
const opened: string[] = [];
/** Whether the browser lets a page open tabs. */
let tabs = false;

const saving = (event: MouseEvent) => {
  if (event.target instanceof HTMLAnchorElement && event.target.download) {
    event.preventDefault();
    saved.push({ name: event.target.download, href: event.target.href });
  }
};

beforeEach(() => {
  startMessages();
  saved.length = 0;
  opened.length = 0;
  tabs = false;
  // jsdom has no blobs with addresses, and no tabs.
  Object.assign(URL, {
    createObjectURL: (file: Blob) => (file.type === 'application/pdf' ? 'blob:paper' : 'blob:other'),
    revokeObjectURL: () => undefined,
  });
  vi.stubGlobal('open', (address: string) => {
    if (tabs) opened.push(address);
    return tabs ? window : null;
  });
  document.addEventListener('click', saving);
  return () => document.removeEventListener('click', saving);
});

describe('printing', () => {
  it('saves the PDF of a record under a name that tells of nobody', async () => {
    const asked = serve({ ...base, [`GET ${record}/print`]: {} });
    const { container } = openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '打印' }, PATIENCE));
    expect(await screen.findByText(/PDF 已保存/)).toBeInTheDocument();
    expect(saved).toEqual([{ name: `customer-${first.id}.pdf`, href: 'blob:paper' }]);
    const print = asked.find((each) => each.path.endsWith('/print'));
    expect(print?.headers).toMatchObject({ Accept: 'application/pdf', 'Accept-Language': 'zh-CN' });
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('opens the PDF in a new tab where that is allowed, and saves it from the notice under its name', async () => {
    tabs = true;
    serve({ ...base, [`GET ${record}/print`]: {} });
    const { container } = openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '打印' }, PATIENCE));
    expect(await screen.findByText(/在新标签页打开/)).toBeInTheDocument();
    expect(opened).toEqual(['blob:paper']);
    expect(saved).toEqual([]);
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '下载 PDF' }));
    expect(saved).toEqual([{ name: `customer-${first.id}.pdf`, href: 'blob:paper' }]);
  });

  it('is offered to those alone who may', async () => {
    serve({ ...base, [`GET ${CUSTOMER}`]: may('read', 'update') });
    openRecord();
    await screen.findByRole('button', { name: /编辑/ }, PATIENCE);
    expect(screen.queryByRole('button', { name: '打印' })).toBeNull();
  });

  it('says what stood in the way and what to do', async () => {
    serve({ ...base, [`GET ${record}/print`]: new Refusal(503, { code: 'print.font-missing' }) });
    openRecord();
    fireEvent.click(await screen.findByRole('button', { name: '打印' }, PATIENCE));
    expect(await screen.findByText(/fonts-wqy-zenhei/)).toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  it('puts chosen records into one document', async () => {
    const asked = serve({ ...base, [`POST ${CUSTOMER}/records/print`]: {} });
    renderPage(<RecordListPage />, { at: CUSTOMER_PAGE, path: '/t/:tenant/apps/:app/forms/:form' });
    fireEvent.click(await screen.findByRole('checkbox', { name: '选择本页' }, PATIENCE));
    fireEvent.click(await screen.findByRole('button', { name: '打印' }));
    await waitFor(() => expect(saved).toEqual([{ name: 'customer.pdf', href: 'blob:paper' }]));
    expect(asked.find((each) => each.path.endsWith('/records/print'))?.body).toEqual({ ids: [first.id, second.id] });
  });
});
