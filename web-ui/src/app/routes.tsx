import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { formPath } from '../api';
import { Gate } from './Gate';
import { Crashed } from './Crashed';
import { SignedInPage } from './SignedInPage';
import { designWords, workWords } from './words';

/** Every page; each feature is loaded when it is first opened, and the words of all but the first page with it. */
export function newRouter(client: QueryClient) {
  return createBrowserRouter(routes(client));
}

export function routes(client: QueryClient): RouteObject[] {
  const { me, form } = ahead(client);
  return [
    { path: '/signed-in', element: <SignedInPage /> },
    {
      path: '/p/:tenant/:token',
      errorElement: <Crashed />,
      hydrateFallbackElement: <div />,
      lazy: async () => ({ Component: (await visiting(import('../visitor/pages'))).PublicFormPage }),
    },
    {
      path: '/',
      loader: me,
      element: <Gate />,
      errorElement: <Crashed />,
      hydrateFallbackElement: <div />,
      children: [
        {
          errorElement: <Crashed />,
          children: withWords([
            { index: true, lazy: async () => ({ Component: (await import('./HomePage')).HomePage }) },
            {
              path: 't/:tenant/apps/:app/forms/:form',
              loader: form,
              lazy: async () => ({ Component: (await import('../records/pages')).RecordListPage }),
            },
            {
              path: 't/:tenant/apps/:app/forms/:form/new',
              loader: form,
              lazy: async () => ({ Component: (await import('../records/pages')).NewRecordPage }),
            },
            {
              path: 't/:tenant/apps/:app/forms/:form/bin',
              loader: form,
              lazy: async () => ({ Component: (await import('../records/pages')).RecordBinPage }),
            },
            {
              path: 't/:tenant/apps/:app/forms/:form/records/:id',
              loader: form,
              lazy: async () => ({ Component: (await import('../records/pages')).RecordPage }),
            },
            {
              path: 't/:tenant/apps/:app/forms/:form/design',
              lazy: async () => ({ Component: (await designing(import('../studio/pages'))).StudioPage }),
              children: [
                { index: true, lazy: async () => ({ Component: (await import('../designer/pages')).FormDesigner }) },
                {
                  path: 'workflows',
                  lazy: async () => ({ Component: (await import('../flow-designer/pages')).FlowTab }),
                },
                {
                  path: 'workflows/:workflow',
                  lazy: async () => ({ Component: (await import('../flow-designer/pages')).FlowPage }),
                },
                {
                  path: 'permissions',
                  lazy: async () => ({ Component: (await import('../permissions/pages')).PermissionsPage }),
                },
                {
                  path: 'publish',
                  lazy: async () => ({ Component: (await import('../permissions/pages')).PublishPage }),
                },
              ],
            },
            {
              path: 't/:tenant/apps/:app/figures',
              lazy: async () => ({ Component: (await import('../figures/pages')).FiguresPage }),
            },
            {
              path: 't/:tenant/apps/:app/dashboards/new',
              lazy: async () => ({ Component: (await import('../dashboards/pages')).NewDashboardPage }),
            },
            {
              path: 't/:tenant/apps/:app/dashboards/:dashboard/design',
              lazy: async () => ({ Component: (await import('../dashboards/pages')).DashboardDesignPage }),
            },
            {
              path: 't/:tenant/apps/:app/dashboards/:dashboard',
              lazy: async () => ({ Component: (await import('../dashboards/pages')).DashboardPage }),
            },
            {
              path: 't/:tenant/templates',
              lazy: async () => ({ Component: (await import('../templates/pages')).TemplatesPage }),
            },
            { path: 't/:tenant/tasks', lazy: async () => ({ Component: (await import('../tasks/pages')).InboxPage }) },
            {
              path: 't/:tenant/tasks/:id',
              lazy: async () => ({ Component: (await import('../tasks/pages')).TaskPage }),
            },
            {
              path: 't/:tenant',
              lazy: async () => ({ Component: (await import('./Administration')).Administration }),
              children: [
                {
                  path: 'members',
                  lazy: async () => ({ Component: (await import('../administration/pages')).MembersPage }),
                },
                {
                  path: 'members/:id',
                  lazy: async () => ({ Component: (await import('../administration/pages')).MemberPage }),
                },
                {
                  path: 'roles/:role?',
                  lazy: async () => ({ Component: (await import('../administration/pages')).RolesPage }),
                },
                {
                  path: 'jobs',
                  lazy: async () => ({ Component: (await import('../administration/pages')).JobsPage }),
                },
                {
                  path: 'api-clients',
                  lazy: async () => ({ Component: (await import('../administration/pages')).ClientsPage }),
                },
                {
                  path: 'keys',
                  lazy: async () => ({ Component: (await import('../administration/pages')).KeysPage }),
                },
                {
                  path: 'health',
                  lazy: async () => ({ Component: (await import('../administration/pages')).HealthPage }),
                },
                {
                  path: 'settings',
                  lazy: async () => ({ Component: (await import('../administration/pages')).SettingsPage }),
                },
                {
                  path: 'incidents',
                  lazy: async () => ({ Component: (await import('../incidents/pages')).IncidentsPage }),
                },
                {
                  path: 'webhooks',
                  lazy: async () => ({ Component: (await import('../webhooks/pages')).DeliveriesPage }),
                },
                {
                  path: 'calendar',
                  lazy: async () => ({ Component: (await import('../calendar/pages')).CalendarPage }),
                },
                {
                  path: 'migrations',
                  lazy: async () => ({ Component: (await import('../migrations/pages')).MigrationsPage }),
                },
              ],
            },
            {
              path: 't/:tenant/profile',
              lazy: async () => ({ Component: (await import('./profile/ProfilePage')).ProfilePage }),
            },
            {
              path: 't/:tenant/delegations',
              lazy: async () => ({ Component: (await import('../tasks/pages')).DelegationsPage }),
            },
            {
              path: 't/:tenant/approvals',
              lazy: async () => ({ Component: (await import('../approvals/pages')).ApprovalsPage }),
            },
            {
              path: 't/:tenant/approvals/:id',
              lazy: async () => ({ Component: (await import('../approvals/pages')).ApprovalPage }),
            },
            {
              path: 't/:tenant/privacy/*',
              lazy: async () => ({ Component: (await designing(import('../desk/pages'))).DeskPage }),
            },
            { path: 't/:tenant/audit', lazy: async () => ({ Component: (await import('../audit/pages')).AuditPage }) },
            {
              path: 't/:tenant/audit/verify',
              lazy: async () => ({ Component: (await import('../audit/pages')).VerifyPage }),
            },
            {
              path: 't/:tenant/audit/:leaf',
              lazy: async () => ({ Component: (await import('../audit/pages')).EntryPage }),
            },
            { path: '*', lazy: async () => ({ Component: (await import('./NotFound')).NotFound }) },
          ]),
        },
      ],
    },
  ];
}

/** What a page asks for first is asked for while its code is on its way; nothing waits for it, and what is known is not asked again. */
function ahead(client: QueryClient) {
  const ask = (address: string) => {
    void client.prefetchQuery({ queryKey: [address], staleTime: 60_000 });
    return null;
  };
  return {
    me: () => ask('/me'),
    form: ({ params: { tenant = '', app = '', form = '' } }: LoaderFunctionArgs) =>
      ask(formPath({ tenant, app, form })),
  };
}

/** All but the home page (the index) show when the words of work are there; both are loaded at the same time. */
function withWords(routes: RouteObject[]): RouteObject[] {
  const lazy = async () => {
    await workWords();
    return {};
  };
  return [...routes.filter(({ index }) => index), { lazy, children: routes.filter(({ index }) => !index) }];
}

/** Nobody goes on from here to another page, so the words are loaded with it. */
async function visiting<Pages>(pages: Promise<Pages>): Promise<Pages> {
  return (await Promise.all([pages, workWords()]))[0];
}

async function designing<Pages>(pages: Promise<Pages>): Promise<Pages> {
  return (await Promise.all([pages, designWords()]))[0];
}
