import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ImportJob } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

/** A stream of which tests say what comes. */
class Stream {
  static last: Stream | undefined;
  onmessage: ((event: { data: string }) => void) | undefined;
  onerror: (() => void) | undefined;
  closed = false;

  constructor(readonly address: string) {
    Stream.last = this;
  }

  close() {
    this.closed = true;
  }
}

const aJob = (more: Partial<ImportJob> = {}): ImportJob => ({
  id: 'j1',
  kind: 'import',
  form: 'customer',
  status: 'done',
  dryRun: true,
  total: 3,
  done: 3,
  created: 2,
  updated: 0,
  failed: 1,
  undone: 0,
  kept: 0,
  problem: null,
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-01-02T00:00:00Z',
  errors: [{ row: 3, field: 'mobile', column: '手机', code: 'field.phone-invalid', params: {} }],
  ...more,
});
const columns = {
  rows: 3,
  columns: [
    { column: 'A', heading: '客户', samples: ['王小明', '李雷'], field: 'name' },
    { column: 'B', heading: '电话', samples: ['13800138000'], field: null },
  ],
  fields: ['name', 'mobile', 'level'],
  matchable: ['name'],
  match: '',
  remembered: true,
};
const base = (actions: string[]) => ({
  [`GET ${CUSTOMER}`]: { ...customerAnswer, actions },
  [`POST ${CUSTOMER}/records/query`]: { items: [], next: null, count: { value: 0, exact: true } },
  [`GET ${CUSTOMER}/imports`]: { items: [], next: null },
  [`POST ${CUSTOMER}/imports/columns`]: columns,
});
const open = (search = '') =>
  renderPage(<RecordListPage />, { at: CUSTOMER_PAGE + search, path: '/t/:tenant/apps/:app/forms/:form' });
const choose = async () => {
  fireEvent.click(await screen.findByRole('button', { name: '导入' }));
  fireEvent.change(await screen.findByLabelText(/选择文件，或拖到这里/), {
    target: { files: [new File(['客户,电话\n'], '客户.csv')] },
  });
};
const sent = (asked: Request[], path: string) => asked.filter((each) => `${each.method} ${each.path}` === path);

beforeEach(() => {
  startMessages();
  vi.stubGlobal('EventSource', Stream);
});

describe('an import', () => {
  it('goes from a file over its columns and a dry run to records, and is taken back', async () => {
    let job = aJob();
    const asked = serve({
      ...base(['read', 'import']),
      [`POST ${CUSTOMER}/imports`]: () => job,
      [`GET ${CUSTOMER}/imports/j1`]: () => job,
      [`POST ${CUSTOMER}/imports/j1/run`]: () => (job = aJob({ dryRun: false })),
      [`POST ${CUSTOMER}/imports/j1/undo`]: () =>
        (job = aJob({ dryRun: false, status: 'undone', undone: 1, kept: 1, errors: [] })),
    });
    open();
    await choose();
    expect(await screen.findByText('已按你上次的选择对应。')).toBeInTheDocument();
    expect(screen.getByText('王小明 · 李雷')).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: '“电话”对应的字段' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: /按“姓名”比对/ }));
    fireEvent.click(screen.getByRole('button', { name: '试运行' }));

    const row = (await screen.findByText('手机')).closest('tr');
    expect(row).toHaveTextContent('3');
    expect(screen.getByRole('link', { name: /下载错误清单/ })).toHaveAttribute(
      'href',
      `/api/v1${CUSTOMER}/imports/j1/errors?locale=zh-CN`,
    );
    expect(sent(asked, `POST ${CUSTOMER}/imports/j1/run`)).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: '导入 2 行' }));
    expect(await screen.findByText('导入完成')).toBeInTheDocument();

    fireEvent.click(screen.getByRole('button', { name: '撤销这次导入' }));
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
    expect(await screen.findByText('导入已撤销')).toBeInTheDocument();
    expect(screen.getByText(/保留的是之后又被修改过的记录/)).toBeInTheDocument();
  });

  it('shows how far it is as the server tells it, and is stopped', async () => {
    const running = aJob({ status: 'running', done: 0, errors: [], failed: 0 });
    let job = running;
    const asked = serve({
      ...base(['read', 'import']),
      [`POST ${CUSTOMER}/imports`]: () => job,
      [`GET ${CUSTOMER}/imports/j1`]: () => job,
      [`POST ${CUSTOMER}/imports/j1/cancel`]: () => (job = aJob({ status: 'cancelled', errors: [] })),
    });
    open();
    await choose();
    fireEvent.click(await screen.findByRole('button', { name: '试运行' }));
    expect(await screen.findByText('正在试运行，不会保存任何内容')).toBeInTheDocument();
    await waitFor(() => expect(Stream.last?.address).toBe(`/api/v1${CUSTOMER}/imports/j1/events`));
    Stream.last?.onmessage?.({ data: JSON.stringify({ ...running, done: 2 }) });
    expect(await screen.findByText(/2 \/ 3 行/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '停止' }));
    expect(await screen.findByText('试运行已停止')).toBeInTheDocument();
    expect(sent(asked, `POST ${CUSTOMER}/imports/j1/cancel`)).toHaveLength(1);
    expect(Stream.last?.closed).toBe(true);
  });

  it('says why a file is refused, and is accessible', async () => {
    serve({
      ...base(['read', 'import']),
      [`POST ${CUSTOMER}/imports/columns`]: new Refusal(422, { code: 'import.legacy-format' }),
    });
    open();
    await choose();
    expect(await screen.findByRole('alert')).toHaveTextContent('不支持旧版 xls');
    expect(await accessibilityFindings(screen.getByRole('dialog'))).toEqual([]);
  });
});

describe('an export', () => {
  it('asks for the chosen columns of what the list shows, and gives the file out', async () => {
    const job = { ...aJob({ kind: 'export', dryRun: false, total: null, done: 2, errors: [] }), id: 'e1' };
    const asked = serve({
      ...base(['read', 'export']),
      [`POST ${CUSTOMER}/exports`]: job,
      [`GET ${CUSTOMER}/exports/e1`]: job,
    });
    const filter = { field: 'level', op: 'in', value: ['A'] };
    open(`?f=${encodeURIComponent(JSON.stringify([filter]))}`);
    fireEvent.click(await screen.findByRole('button', { name: '导出' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('屏幕上脱敏的，文件里也脱敏');
    fireEvent.click(within(dialog).getByRole('radio', { name: 'CSV' }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: '全选' }));
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /姓名/ }));
    fireEvent.click(within(dialog).getByRole('button', { name: '导出' }));
    expect(await within(dialog).findByRole('link', { name: /下载文件/ })).toHaveAttribute(
      'href',
      `/api/v1${CUSTOMER}/exports/e1/file`,
    );
    expect(sent(asked, `POST ${CUSTOMER}/exports`)[0]?.body).toMatchObject({
      format: 'csv',
      fields: ['name'],
      filter,
      locale: 'zh-CN',
    });
  });

  it('is offered to whom it is allowed', async () => {
    serve(base(['read']));
    open();
    await screen.findByRole('heading', { name: '客户' });
    expect(screen.queryByRole('button', { name: '导入' })).toBeNull();
    expect(screen.queryByRole('button', { name: '导出' })).toBeNull();
  });
});
