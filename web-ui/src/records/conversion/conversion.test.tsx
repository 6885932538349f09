import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { CUSTOMER } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve } from '../../testing/server';
import { ConversionStrip } from './ConversionStrip';

const place = { tenant: 'demo', app: 'crm', form: 'customer' };
const me = (...roles: string[]) => ({
  id: 'm1',
  name: 'Dora',
  locale: 'zh-CN',
  tenants: [{ key: 'demo', title: 'Demo', roles }],
});
const job = (phase: string) => ({ version: 4, phase, total: 10, done: 3, broken: 0, fields: [], problem: null });

beforeEach(() => startMessages());

describe('records on their way to a new version', () => {
  it('are told to a designer, who may take it back', async () => {
    const asked = serve({
      'GET /me': me('designer'),
      [`GET ${CUSTOMER}/conversion`]: job('filling'),
      [`DELETE ${CUSTOMER}/conversion`]: job('cancelled'),
    });
    const { container } = renderPage(<ConversionStrip place={place} />);
    expect(await screen.findByText(/已处理 3 \/ 10 条/)).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '取消转换' }));
    expect(await screen.findByText('取消这次转换？')).toBeInTheDocument();
    const [, sure] = screen.getAllByRole('button', { name: '取消转换' });
    await userEvent.click(sure ?? screen.getByRole('button', { name: '取消转换' }));
    await waitFor(() => expect(asked.some((each) => each.method === 'DELETE')).toBe(true));
  });

  it('cannot be called back once the version counts', async () => {
    serve({ 'GET /me': me('designer'), [`GET ${CUSTOMER}/conversion`]: job('settling') });
    renderPage(<ConversionStrip place={place} />);
    expect(await screen.findByText(/已处理 3/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '取消转换' })).toBeNull();
  });

  it('are nobody else’s concern', async () => {
    const asked = serve({ 'GET /me': me('member') });
    renderPage(<ConversionStrip place={place} />);
    await waitFor(() => expect(asked.some((each) => each.path === '/me')).toBe(true));
    expect(asked.some((each) => each.path.endsWith('/conversion'))).toBe(false);
  });
});
