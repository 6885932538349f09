import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { ProfilePage } from './ProfilePage';

const session = (id: string, current: boolean) => ({
  id,
  browser: current ? 'Firefox' : 'Chrome',
  system: 'Windows',
  level: current ? 'mfa' : null,
  signedInAt: '2026-01-01T00:00:00Z',
  seenAt: '2026-01-01T01:00:00Z',
  endsAt: '2026-01-01T12:00:00Z',
  current,
});
const SESSIONS = 'GET /tenants/demo/sessions';
const mine = {
  'GET /me/account': {
    secondFactor: false,
    level: 'pwd',
    account: 'https://id.example/account',
    signingIn: 'https://id.example/account/signing-in',
    devices: 'https://id.example/account/devices',
  },
  [SESSIONS]: { items: [session('s1', true), session('s2', false)], next: null },
  'GET /tenants/demo/notifications/preferences': { items: [], mails: false },
};
const show = () => renderPage(<ProfilePage />, { at: '/t/demo/profile', path: '/t/:tenant/profile' });

beforeEach(() => startMessages());

describe('profile', () => {
  it('shows my sessions with this one marked, and ends one or all others', async () => {
    const asked = serve({
      ...mine,
      'POST /tenants/demo/sessions/s2/end': {},
      'POST /tenants/demo/sessions/end-others': {},
    });
    const { container } = show();
    fireEvent.click(await screen.findByRole('button', { name: '结束会话：Chrome · Windows' }));
    expect(await screen.findByText('会话已结束')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /结束会话：Firefox/ })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: /在 Keycloak 中设置/ })).toHaveAttribute(
      'href',
      'https://id.example/account/signing-in',
    );
    expect(await accessibilityFindings(container)).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: '结束其他全部会话' }));
    fireEvent.click(await screen.findByRole('button', { name: '结束' }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/end-others'))).toBe(true));
  });

  it('says when the sessions could not be loaded', async () => {
    serve({ ...mine, [SESSIONS]: new Refusal(503, { code: 'system.unavailable' }) });
    show();
    expect(await screen.findByText('会话没有加载成功')).toBeInTheDocument();
  });
});
