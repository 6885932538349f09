import { render, screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { Finding } from '../api';
import { startMessages } from '../testing/render';
import { FindingList } from './FindingList';

const range = (pointer: string): Finding => ({ code: 'definition.range', severity: 'error', pointer });

beforeEach(() => startMessages());

it('a form without fields is told to have none yet, not that a number is out of range', () => {
  render(<FindingList document={{ fields: [] }} findings={[range('/fields')]} />);

  expect(screen.getByText(/这里还是空的/)).toBeInTheDocument();
  expect(screen.getByText('字段')).toBeInTheDocument();
  expect(screen.queryByText(/超出允许范围/)).toBeNull();
});

it('what is out of range otherwise is told as that', () => {
  render(<FindingList document={{ key: 'a'.repeat(99) }} findings={[range('/key')]} />);

  expect(screen.getByText(/超出允许范围/)).toBeInTheDocument();
});
