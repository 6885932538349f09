import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { call, formPath, path, useDivisions, type DashboardFigures } from '../api';
import { parseForm, type FormDefinition } from '../schema';
import type { Pick, Widget } from './model';

export interface DashboardPlace {
  tenant: string;
  app: string;
  dashboard: string;
}

export const dashboardsPath = (tenant: string, app: string) => path`/tenants/${tenant}/apps/${app}/dashboards`;
export const dashboardPath = ({ tenant, app, dashboard }: DashboardPlace) =>
  `${dashboardsPath(tenant, app)}/${encodeURIComponent(dashboard)}`;
export const dashboardPage = ({ tenant, app, dashboard }: DashboardPlace) =>
  path`/t/${tenant}/apps/${app}/dashboards/${dashboard}`;

/** What the widgets show now; while other groups are picked those of before stay on the page. */
export function useFigures(place: DashboardPlace, picks: Pick[], enabled = true) {
  const address = `${dashboardPath(place)}/data`;
  return useQuery({
    queryKey: [address, picks],
    queryFn: ({ signal }) => call<DashboardFigures>(address, { method: 'POST', body: { picks }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  });
}

/** The forms that widgets are about, as this reader may know of them. */
export function useFormsOf(place: DashboardPlace, widgets: Widget[]): Record<string, FormDefinition> {
  const keys = [...new Set(widgets.map(({ form }) => form))].filter(Boolean);
  const answers = useQueries({
    queries: keys.map((form) => {
      const address = formPath({ ...place, form });
      return { queryKey: [address], queryFn: () => call<unknown>(address), staleTime: 60_000 };
    }),
  });
  return Object.fromEntries(
    keys.flatMap((key, at) => (answers[at]?.data === undefined ? [] : [[key, parseForm(answers[at].data)]])),
  );
}

/** Names of divisions, where some widget needs them. */
export function useDivisionsOf(widgets: Widget[], forms: Record<string, FormDefinition>) {
  const needed = widgets.some(({ form, groupBy }) =>
    (groupBy ?? []).some(
      ({ field, by }) =>
        by === 'city' || (by === undefined && forms[form]?.fields.find(({ key }) => key === field)?.type === 'region'),
    ),
  );
  return useDivisions(needed).data;
}
