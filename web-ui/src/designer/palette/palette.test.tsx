import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { renderPage, startMessages } from '../../testing/render';
import { Palette } from './Palette';

beforeEach(() => startMessages());

it.each([
  ['手机', '手机'],
  ['Mobile', '手机'],
  ['电话', '手机'],
  ['下拉', '单选'],
  ['照片', '图片'],
])('%s finds %s, and Enter adds it', (wanted, name) => {
  const add = vi.fn();
  renderPage(<Palette onAdd={add} />);
  const search = screen.getByRole('textbox', { name: '搜索字段' });
  fireEvent.change(search, { target: { value: wanted } });
  expect(screen.getByRole('button', { name })).toBeVisible();
  expect(screen.queryByRole('button', { name: '评分' })).toBeNull();
  fireEvent.keyDown(search, { key: 'Enter', keyCode: 13 });
  expect(add).toHaveBeenCalledTimes(1);
});
