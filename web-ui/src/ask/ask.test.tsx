import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { Problem } from '../api';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { LoadFailure } from './LoadFailure';

const open = (status: number, code: string) => {
  serve({ 'GET /tenants/demo/members': { items: [], next: null } });
  renderPage(
    <LoadFailure
      title="看板没有加载成功"
      error={new Problem({ status, code })}
      tenant="demo"
      onRetry={() => undefined}
    />,
  );
};

beforeEach(() => startMessages());

it('says calmly what is not shown with the eyes of another, and asks nobody for a right', async () => {
  open(403, 'simulation.refused');
  expect(await screen.findByRole('status')).toHaveTextContent('以他人身份查看时，这里不显示');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

it('says who can grant what was refused for want of a right', async () => {
  open(403, 'record.action-refused');
  expect(await screen.findByRole('alert')).toHaveTextContent('看板没有加载成功');
  expect(screen.getByRole('button', { name: '复制申请' })).toBeEnabled();
});
