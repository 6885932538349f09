import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { local } from '../i18n';
import { parseForm } from '../schema';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Sections } from './Sections';

const form = parseForm({
  key: 'visit',
  title: '拜访',
  fields: [
    { key: 'day', type: 'date', title: '日期' },
    { key: 'fee', type: 'number', title: '费用' },
    { key: 'cost', type: 'number', title: '成本' },
    { key: 'money', type: 'section', title: '金额', columns: 2, fields: ['fee', 'cost'] },
    {
      key: 'pages',
      type: 'tabs',
      tabs: [
        { title: '时间', fields: ['day', 'hint'] },
        { title: '结果', fields: ['money2'] },
      ],
    },
    { key: 'hint', type: 'note', text: { 'zh-CN': '先选日期', en: 'Choose a day first' } },
    { key: 'money2', type: 'number', title: '回款' },
  ],
  layout: [{ section: '基本', fields: ['pages', 'money'] }],
});
const everything = new Set(form.fields.map((field) => field.key));

const page = (shown: Set<string>, failing: string[] = []) => (
  <Sections form={form} shown={shown} failing={failing}>
    {(field) => <span>{local(field.title)}</span>}
  </Sections>
);

beforeEach(() => startMessages());

describe('the layout of a form', () => {
  it('keeps elements apart from fields, and names every field once', () => {
    expect(form.fields.map((field) => field.key)).toEqual(['day', 'fee', 'cost', 'money2']);
    expect(form.layout).toEqual([{ section: '基本', fields: ['pages', 'money'] }]);
  });

  it('shows sections, tabs and notes around the fields, and is accessible', async () => {
    const { container } = renderPage(page(everything));
    expect(screen.getByRole('heading', { name: '金额', level: 3 })).toBeInTheDocument();
    expect(screen.getByText('先选日期')).toBeVisible();
    expect(screen.getByText('费用')).toBeVisible();
    expect(screen.getByText('回款')).not.toBeVisible();
    fireEvent.click(screen.getByRole('tab', { name: '结果' }));
    expect(screen.getByText('回款')).toBeVisible();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('gives a field the columns that its designer said, and no more than its section has', () => {
    const wide = parseForm({
      key: 'wide',
      fields: [
        { key: 'one', type: 'text', title: '一' },
        { key: 'two', type: 'text', title: '二', width: 2 },
        { key: 'three', type: 'text', title: '三', width: 3 },
        { key: 'capped', type: 'text', title: '两栏中的三', width: 3 },
        { key: 'long', type: 'long-text', title: '长' },
      ],
      layout: [
        { columns: 3, fields: ['one', 'two', 'three', 'long'] },
        { columns: 2, fields: ['capped'] },
      ],
    });
    renderPage(
      <Sections form={wide} shown={new Set(wide.fields.map((field) => field.key))}>
        {(field) => <span>{local(field.title)}</span>}
      </Sections>,
    );
    const box = (title: string) => screen.getByText(title).parentElement;
    expect(box('一')).toHaveAttribute('class', 'jm-field');
    expect(box('二')).toHaveClass('jm-span-2');
    expect(box('三')).toHaveClass('jm-span-3');
    expect(box('两栏中的三')).toHaveClass('jm-span-2');
    expect(box('长')).toHaveClass('jm-field-wide');
    expect(box('一')?.parentElement).toHaveClass('jm-fields-3');
  });

  it('leaves out a heading whose fields are all hidden', () => {
    renderPage(page(new Set(['day'])));
    expect(screen.queryByText('金额')).toBeNull();
    expect(screen.queryByRole('tab', { name: '结果' })).toBeNull();
  });

  it('brings the tab of a refused field to the front', () => {
    renderPage(page(everything, ['money2']));
    expect(screen.getByText('回款')).toBeVisible();
  });

  it('draws the first fields of a large form at once and all of them soon after', async () => {
    const large = parseForm({
      key: 'large',
      title: '大',
      fields: Array.from({ length: 400 }, (_, i) => ({ key: `f${i}`, type: 'number', title: `字段${i}` })),
    });
    const drawn: string[] = [];
    const { container } = renderPage(
      <Sections form={large} shown={new Set(large.fields.map((field) => field.key))}>
        {(field) => {
          drawn.push(field.key);
          return <span>{local(field.title)}</span>;
        }}
      </Sections>,
    );
    await waitFor(() => expect(container.querySelectorAll('.jm-field')).toHaveLength(400));
    expect(drawn.indexOf('f0', 1)).toBe(40);
  });
});
