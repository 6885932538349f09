import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { i18n, type Locale } from '../../i18n';
import type { Field } from '../../schema';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { RecordPage } from '../pages';

const today: Field[] = customerAnswer.definition.fields;

/** The second version: another title, an option, a field and a column that are gone since, and one field of another type. */
const former = {
  version: 2,
  definition: {
    ...customerAnswer.definition,
    layout: [],
    rules: [],
    fields: [
      { key: 'name', type: 'text', title: { 'zh-CN': '客户姓名', en: 'Customer name' } },
      {
        key: 'level',
        type: 'choice',
        title: { 'zh-CN': '等级', en: 'Grade' },
        options: [{ value: 'Z', title: { 'zh-CN': '老客户', en: 'Old friend' } }],
      },
      { key: 'fax', type: 'text', title: { 'zh-CN': '传真', en: 'Fax' } },
      { key: 'creditLimit', type: 'text', title: { 'zh-CN': '额度说明', en: 'About the limit' } },
      {
        ...(today.find(({ key }) => key === 'deals') ?? {}),
        fields: [
          { key: 'product', type: 'text', title: '品名' },
          { key: 'discount', type: 'number', title: '折扣' },
        ],
      },
    ],
  },
  compiled: { formulas: {}, rules: [] },
};
const base = aCustomer();
const record = aCustomer({ formVersion: 2, data: { ...base.data, level: 'Z', creditLimit: '1200.50' } });
const path = `${CUSTOMER}/records/${record.id}`;

function open(locale: Locale = 'zh-CN', shown: unknown = record, version: unknown = former) {
  startMessages(locale);
  void i18n.changeLanguage(locale);
  const asked = serve({
    [`GET ${CUSTOMER}`]: customerAnswer,
    [`GET ${CUSTOMER}/versions/2`]: version,
    [`GET ${path}`]: shown,
    [`GET ${path}/history`]: { items: [], next: null },
    'GET /tenants/demo/members': { items: [], next: null },
  });
  const page = renderPage(<RecordPage />, {
    at: `${CUSTOMER_PAGE}/records/${record.id}`,
    path: '/t/:tenant/apps/:app/forms/:form/records/:id',
  });
  return { ...page, versions: () => asked.filter((each) => each.path.includes('/versions/')) };
}

describe('a record that was captured with an older version', () => {
  it('says so, and asks for that version only when it is wanted', async () => {
    const { versions, container } = open();
    expect(await screen.findByText('按第 2 版表单填写')).toBeInTheDocument();
    expect(screen.getAllByText(/选项已删除/).length).toBeGreaterThan(0);
    expect(screen.getByRole('group', { name: /^姓名/ })).toBeInTheDocument();
    expect(versions()).toEqual([]);
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('is read with the titles, options and fields that it had, and not changed there', async () => {
    const { versions, container } = open();
    fireEvent.click(await screen.findByRole('button', { name: '按填写时的版本显示' }));
    expect(await screen.findByText('正按填写时的第 2 版显示，只读')).toBeInTheDocument();
    const group = (name: string) => screen.getByRole('group', { name: new RegExp(`^${name}`) });
    expect(group('客户姓名')).toHaveTextContent('王小明');
    expect(group('等级')).toHaveTextContent('老客户');
    expect(group('传真')).toHaveTextContent('这个字段后来删除了，值不再显示');
    expect(group('额度说明')).toHaveTextContent('1,200.50');
    expect(within(group('成交明细')).getByText('折扣（已删除）')).toBeInTheDocument();
    expect(within(group('成交明细')).getByText('品名')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '编辑' })).toBeNull();
    expect(screen.queryByRole('button', { name: '删除' })).toBeNull();
    expect(versions()).toHaveLength(1);
    expect(await accessibilityFindings(container)).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: '按现在的版本显示' }));
    expect(screen.getByRole('group', { name: /^姓名/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '编辑' })).toBeInTheDocument();
  });

  it('speaks English', async () => {
    open('en');
    expect(await screen.findByText('Captured with version 2 of the form')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show as captured' }));
    expect(await screen.findByText('Shown as captured with version 2, read only')).toBeInTheDocument();
    expect(screen.getByRole('group', { name: 'Fax' })).toHaveTextContent('Removed from the form since');
  });

  it('stays as it is when that version cannot be had', async () => {
    open('zh-CN', record, new Refusal(404, { code: 'request.not-found' }));
    fireEvent.click(await screen.findByRole('button', { name: '按填写时的版本显示' }));
    expect(await screen.findByRole('alert')).not.toBeEmptyDOMElement();
    expect(screen.getByRole('group', { name: /^姓名/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '编辑' })).toBeInTheDocument();
  });
});

describe('a record of the version that counts', () => {
  it('says nothing of versions', async () => {
    open('zh-CN', base);
    await screen.findByRole('group', { name: /^姓名/ });
    expect(screen.queryByText(/版表单填写/)).toBeNull();
  });
});
