import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { i18n, type Locale } from '../../i18n';
import { accessibilityFindings } from '../../testing/axe';
import { aCustomer, aView, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve, type Request } from '../../testing/server';
import { RecordListPage } from '../pages';

const agreed = {
  key: 'agreed',
  type: 'consent',
  title: { 'zh-CN': '个人信息同意', en: 'Privacy consent' },
  notice: '2026-11',
  purposes: ['service', 'marketing'],
};
const form = {
  ...customerAnswer,
  definition: { ...customerAnswer.definition, fields: [...customerAnswer.definition.fields, agreed] },
};
const saved = aView({ filter: { field: 'agreed', op: 'notIn', value: ['marketing'] } });

const company = {
  version: 1,
  definition: {
    key: 'company',
    title: { 'zh-CN': '公司', en: 'Company' },
    fields: [
      {
        key: 'title',
        type: 'text',
        title: { 'zh-CN': '公司名称', en: 'Company name' },
        sensitivity: { level: 'internal' },
      },
    ],
  },
};

function open(locale: Locale = 'zh-CN', search = '') {
  startMessages(locale);
  void i18n.changeLanguage(locale);
  const asked = serve({
    [`GET ${CUSTOMER}`]: form,
    [`GET ${CUSTOMER}/views`]: { items: [saved], next: null },
    [`POST ${CUSTOMER}/views`]: saved,
    'GET /tenants/demo/apps/crm/forms/company': company,
    [`POST ${CUSTOMER}/records/query`]: { items: [aCustomer()], next: null, count: { value: 1, exact: true } },
    'GET /tenants/demo/purposes': {
      items: [
        { key: 'service', title: { 'zh-CN': '客户服务', en: 'Customer service' } },
        { key: 'marketing', title: { 'zh-CN': '市场推广', en: 'Marketing' } },
      ],
      next: null,
    },
  });
  const page = renderPage(<RecordListPage />, {
    at: CUSTOMER_PAGE + search,
    path: '/t/:tenant/apps/:app/forms/:form',
  });
  return { asked, ...page };
}
const inAddress = (condition: object) => `?f=${encodeURIComponent(JSON.stringify([condition]))}`;
const lastFilter = (asked: Request[]) =>
  (asked.filter(({ path }) => path.endsWith('/query')).at(-1)?.body as Record<string, unknown> | undefined)?.['filter'];
const option = (text: string) => screen.findByText(text, { selector: '.ant-select-item-option-content' });

describe.each([
  {
    locale: 'zh-CN' as const,
    words: ['筛选', '字段', '个人信息同意', '比较方式', '未同意', '值', '市场推广', '应用'] as const,
  },
  {
    locale: 'en' as const,
    words: [
      'Filter',
      'Field',
      'Privacy consent',
      'Comparison',
      'not agreed to',
      'Value',
      'Marketing',
      'Apply',
    ] as const,
  },
])('a filter by consent in $locale', ({ locale, words }) => {
  it('asks which purposes are agreed to, by their titles', async () => {
    const { asked } = open(locale);
    const [button, field, title, operator, not, value, purpose, apply] = words;
    const user = userEvent.setup();
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    await user.click(screen.getByRole('button', { name: button }));
    const editor = await screen.findByRole('form', { name: button });
    await user.type(within(editor).getByRole('combobox', { name: field }), title);
    fireEvent.click(await option(title));
    await user.click(within(editor).getByRole('combobox', { name: operator }));
    fireEvent.click(await option(not));
    await user.click(within(editor).getByLabelText(value));
    fireEvent.click(await option(purpose));
    expect(await accessibilityFindings(editor)).toEqual([]);
    await user.click(within(editor).getByRole('button', { name: apply }));
    await waitFor(() => expect(lastFilter(asked)).toEqual({ field: 'agreed', op: 'notIn', value: ['marketing'] }));
    expect(screen.getByText(not).closest('li')).toHaveTextContent(`${title} ${not} ${purpose}`);
  });
});

describe('a condition on a consent', () => {
  it('comes back from the address, and any of its purposes will do', async () => {
    const { asked } = open('zh-CN', inAddress({ field: 'agreed', op: 'in', value: ['service', 'marketing'] }));
    const chips = await screen.findByRole('list', { name: '已启用的条件' });
    expect(await within(chips).findByText(/客户服务 或 市场推广/)).toBeInTheDocument();
    await waitFor(() =>
      expect(lastFilter(asked)).toEqual({ field: 'agreed', op: 'in', value: ['service', 'marketing'] }),
    );
  });

  it('is kept by a saved view and asked again by it', async () => {
    const { asked } = open('zh-CN', inAddress({ field: 'agreed', op: 'notIn', value: ['marketing'] }));
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: '视图操作' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: '另存为新视图' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText('名称'), { target: { value: '不发广告' } });
    await user.click(within(dialog).getByRole('button', { name: '保存' }));
    await waitFor(() =>
      expect(asked.find(({ method, path }) => method === 'POST' && path.endsWith('/views'))?.body).toMatchObject({
        filter: saved.filter,
      }),
    );
    await waitFor(() => expect(lastFilter(asked)).toEqual(saved.filter));
  });
});

describe('a field that is stored encrypted', () => {
  it('offers its declared searches only, to whoever reads it too', async () => {
    open('zh-CN', inAddress({ field: 'level', op: 'in', value: ['A'] }));
    const user = userEvent.setup();
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    await user.click(screen.getByRole('button', { name: /^筛选 1/ }));
    const editor = await screen.findByRole('form', { name: '筛选' });
    await user.click(within(editor).getByRole('combobox', { name: '字段' }));
    fireEvent.click(await option('姓名'));
    await user.click(within(editor).getByRole('combobox', { name: '比较方式' }));
    expect(await option('完全一致')).toBeInTheDocument();
    expect(screen.queryByText('包含', { selector: '.ant-select-item-option-content' })).toBeNull();
  });
});

describe.each([
  {
    locale: 'zh-CN' as const,
    words: {
      filter: '筛选',
      match: '全部条件之间的关系',
      any: '符合以下任一条件',
      field: '字段',
      path: '所属公司 › 公司名称',
      value: '值',
      add: '添加条件',
      addGroup: '添加条件组',
      second: '条件 2',
      group: '条件组 3',
      removeGroup: '移除条件组 3',
      removeRow: '移除条件 1',
      apply: '应用',
      told: '任一： 所属公司 › 公司名称 包含 蓝海；成交明细 › 产品 包含 年费',
      remove: '移除这组条件',
    },
  },
  {
    locale: 'en' as const,
    words: {
      filter: 'Filter',
      match: 'How they belong together: All conditions',
      any: 'Any of these holds',
      field: 'Field',
      path: 'Company › Company name',
      value: 'Value',
      add: 'Add a condition',
      addGroup: 'Add a group',
      second: 'Condition 2',
      group: 'Group 3',
      removeGroup: 'Remove group 3',
      removeRow: 'Remove condition 1',
      apply: 'Apply',
      told: 'Any of: Company › Company name contains 蓝海; Deals › Product contains 年费',
      remove: 'Remove this group of conditions',
    },
  },
])('conditions that belong together in $locale', ({ locale, words }) => {
  it('are any of several, on related records and rows too, and are taken away as one', async () => {
    const { asked } = open(locale);
    const user = userEvent.setup();
    await screen.findByRole('link', { name: /KH-202601-00001/ });
    await user.click(screen.getByRole('button', { name: words.filter }));
    const editor = within(await screen.findByRole('form', { name: words.filter }));
    await user.click(editor.getByRole('combobox', { name: words.match }));
    fireEvent.click(await option(words.any));
    await user.type(editor.getByRole('combobox', { name: words.field }), words.path);
    fireEvent.click(await option(words.path));
    const value = await editor.findByLabelText(words.value);
    fireEvent.change(value, { target: { value: '包' } });
    await chooseOperator(user, editor, 0, locale);
    fireEvent.change(editor.getByLabelText(words.value), { target: { value: '蓝海' } });

    await user.click(editor.getByRole('button', { name: words.add }));
    const second = within(editor.getByRole('group', { name: words.second }));
    const product = locale === 'en' ? 'Deals › Product' : '成交明细 › 产品';
    await user.type(second.getByRole('combobox', { name: words.field }), product);
    fireEvent.click(await option(product));
    await chooseOperator(user, editor, 1, locale);
    fireEvent.change(second.getByLabelText(words.value), { target: { value: '年费' } });

    await user.click(editor.getByRole('button', { name: words.addGroup }));
    expect(editor.getByRole('group', { name: words.group })).toBeInTheDocument();
    expect(await accessibilityFindings(screen.getByRole('form', { name: words.filter }))).toEqual([]);
    await user.click(editor.getByRole('button', { name: words.removeGroup }));
    await user.click(editor.getByRole('button', { name: words.apply }));

    await waitFor(() =>
      expect(lastFilter(asked)).toEqual({
        or: [
          { field: 'company.title', op: 'contains', value: '蓝海' },
          { field: 'deals.product', op: 'contains', value: '年费' },
        ],
      }),
    );
    const chip = screen.getByRole('button', { name: words.remove }).closest('li') as HTMLElement;
    expect(chip).toHaveTextContent(words.told);
    await user.click(within(chip).getByRole('button'));
    await waitFor(() => expect(chip).not.toBeInTheDocument());
  }, 30_000);
});

async function chooseOperator(
  user: ReturnType<typeof userEvent.setup>,
  editor: ReturnType<typeof within>,
  row: number,
  locale: Locale,
) {
  const words = locale === 'en' ? ['Comparison', 'contains'] : ['比较方式', '包含'];
  const operators = editor.getAllByRole('combobox', { name: words[0] ?? '' });
  await user.click(operators[row] as HTMLElement);
  const offered = await screen.findAllByText(words[1] ?? '', { selector: '.ant-select-item-option-content' });
  fireEvent.click(offered.at(-1) as HTMLElement);
}
