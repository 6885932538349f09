import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { renderPage, startMessages } from '../../testing/render';
import { ColumnsPanel } from './ColumnsPanel';
import type { Columns } from './useColumns';

beforeEach(() => startMessages());

const fields = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ key: `f${at}`, type: 'text', title: `字段${at}` }));
const panel = (count: number) => {
  const form = parseForm({ key: 'wide', title: '宽表', version: 1, fields: fields(count), rules: [] });
  const layout = { fields: ['f0', 'f1'], pinned: [], widths: {} };
  const columns = { layout, change: () => undefined } as unknown as Columns;
  renderPage(<ColumnsPanel form={form} columns={columns} saved={false} />);
};

it('of many columns one is found by its name', () => {
  panel(40);
  fireEvent.change(screen.getByRole('textbox', { name: '搜索列' }), { target: { value: '字段39' } });
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
  expect(screen.getByRole('checkbox', { name: /字段39/ })).toBeVisible();
  fireEvent.change(screen.getByRole('textbox', { name: '搜索列' }), { target: { value: '没有' } });
  expect(screen.getByText('没有这个名称的列')).toBeVisible();
});

it('few columns need no search', () => {
  panel(6);
  expect(screen.queryByRole('textbox', { name: '搜索列' })).toBeNull();
});
