import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { App as AntApp, ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { createMemoryRouter, Outlet, RouterProvider, useLocation } from 'react-router';
import { newQueryClient } from '../api';
import { messages } from './allMessages';
import { setupI18n, type Locale } from '../i18n';

export const ME = { id: 'm1', name: '李雷', tenants: [{ key: 'demo', roles: ['sales-manager', 'auditor'] }] };

export function startMessages(locale: Locale = 'zh-CN'): void {
  setupI18n(messages, locale);
}

/** Renders inside what every page has: words, theme, cache, router, the person signed in. The address stands in `output`. */
export function renderPage(element: ReactNode, { at = '/', path = '/*' } = {}) {
  const client = newQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(
    [
      {
        element: <Outlet context={ME} />,
        children: [
          { path, element },
          { path: '*', element: <Elsewhere /> },
        ],
      },
    ],
    { initialEntries: [at] },
  );
  const page = render(
    <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
      <AntApp>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>,
  );
  return { ...page, router };
}

function Elsewhere() {
  const { pathname } = useLocation();
  return <output aria-label="address">{pathname}</output>;
}
