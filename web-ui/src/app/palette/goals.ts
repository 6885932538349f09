import { useQueries } from '@tanstack/react-query';
import { formsQuery, path, useApps, type DashboardSummary, type Me, type Page } from '../../api';
import { dashboardPage, dashboardsPath } from '../../dashboards';
import { local, useText } from '../../i18n';
import { administrationOf } from '../Administration';
import { mayAudit, mayOversee } from '../rights';

/** Somewhere one can go. */
export interface Goal {
  title: string;
  where: string;
  to: string;
  /** What stands in the record that was looked for, with the title of its field. */
  match?: { title: string; text: string } | undefined;
  /** The title is what one sees of a protected value. */
  masked?: boolean;
}

/** Pages, forms and dashboards by name: known to the browser, so they are found as one types. */
export function useGoals(tenant: string, me: Me): Goal[] {
  const t = useText();
  const apps = useApps(tenant || null).data?.items ?? [];
  const forms = useQueries({ queries: apps.map((app) => formsQuery(tenant, app.key)) });
  const dashboards = useQueries({
    queries: apps.map((app) => ({ queryKey: [dashboardsPath(tenant, app.key)], staleTime: 60_000 })),
  });
  const inApps = apps.flatMap((app, index): Goal[] => {
    const where = local(app.title, app.key);
    const boards = (dashboards[index]?.data as Page<DashboardSummary> | undefined)?.items ?? [];
    return [
      ...(forms[index]?.data?.items ?? []).flatMap((form) => {
        const to = path`/t/${tenant}/apps/${app.key}/forms/${form.key}`;
        const title = local(form.title, form.key);
        return [
          { title, where, to },
          { title: t('app.newIn', { form: title }), where, to: `${to}/new` },
        ];
      }),
      ...boards.map(({ key, title, version }) => ({
        title: local(title, key),
        where,
        to: dashboardPage({ tenant, app: app.key, dashboard: key }) + (version === 0 ? '/design' : ''),
      })),
    ];
  });
  return [
    { title: t('home.workspace'), where: t('app.page'), to: '/' },
    { title: t('nav.tasks'), where: t('app.page'), to: path`/t/${tenant}/tasks` },
    { title: t('profile.title'), where: t('app.page'), to: path`/t/${tenant}/profile` },
    ...(mayAudit(me, tenant) ? [{ title: t('nav.audit'), where: t('app.page'), to: path`/t/${tenant}/audit` }] : []),
    ...(mayOversee(me, tenant)
      ? [{ title: t('nav.privacy'), where: t('app.page'), to: path`/t/${tenant}/privacy` }]
      : []),
    ...administrationOf(me, tenant).map(({ key, to }) => ({ title: t(`operations.${key}`), where: t('app.page'), to })),
    ...inApps,
  ];
}

/** Those whose name or place holds the text, the name first. */
export function named(goals: Goal[], text: string, most: number): Goal[] {
  const wanted = text.toLowerCase();
  const held = (whole: string) => whole.toLowerCase().includes(wanted);
  const byName = goals.filter(({ title }) => held(title));
  const byPlace = goals.filter((goal) => !byName.includes(goal) && held(`${goal.title} ${goal.where}`));
  return [...byName, ...byPlace].slice(0, most);
}
