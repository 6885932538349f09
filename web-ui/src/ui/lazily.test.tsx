import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { startMessages } from '../testing/render';
import { lazily } from './lazily';

beforeEach(() => startMessages());

it('the page stands where a part of it cannot be loaded', async () => {
  const gone = async () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const Part = lazily<object>(gone);
  const Plain = lazily<object>(gone, () => <p>plain</p>);
  const Loaded = lazily<object>(async () => () => <p>loaded</p>);
  render(
    <Suspense>
      <Part />
      <Plain />
      <Loaded />
    </Suspense>,
  );
  expect(await screen.findByText('这一部分没有载入')).toBeVisible();
  expect(screen.getByRole('button', { name: '重新加载' })).toBeVisible();
  expect(screen.getByText('plain')).toBeVisible();
  expect(screen.getByText('loaded')).toBeVisible();
});
