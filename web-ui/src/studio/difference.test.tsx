import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { startMessages } from '../testing/render';
import { DifferenceList } from './DifferenceList';
import { differences, type Json } from './merge';

const form = (fields: string[], title = '备注'): Json => ({
  fields: [
    { key: 'name', title: { 'zh-CN': '姓名' } },
    { key: 'note', title: { 'zh-CN': title } },
  ],
  layout: [{ section: '基本', fields }],
});

beforeEach(() => startMessages());

it('what differs is said by titles, never by keys', () => {
  const [before, after] = [form(['name', 'note']), form(['note', 'name'], '说明')];
  render(<DifferenceList before={before} document={after} differences={differences(before, after)} />);
  const [title, order] = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(title).toBe('修改说明 · 标题 · 中文备注 → 说明');
  expect(order).toMatch(/^修改布局 · 基本 · 字段姓名、备注 → 说明、姓名$/);
});
