import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, formPath, path, useDivisions, type DashboardFigures } from '../api';
import { parseForm, type FormDefinition } from '../schema';
import type { Dashboard, Pick, Widget } from './model';

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

/** What a definition that is not saved would show its designer. */
export function usePreview(place: DashboardPlace, definition: Dashboard) {
  const address = `${dashboardPath(place)}/preview`;
  const asked = useMemo(() => JSON.stringify(questionsOf(definition)), [definition]);
  return useQuery({
    queryKey: [address, asked],
    queryFn: ({ signal }) =>
      call<DashboardFigures>(address, { method: 'POST', body: { definition: JSON.parse(asked) as Dashboard }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled: definition.widgets.length > 0,
  });
}

/** Where a widget stands and what it is called does not change what it shows. */
function questionsOf(definition: Dashboard): Dashboard {
  const at = { x: 0, y: 0, w: 1, h: 1 };
  const widgets = definition.widgets.map((widget): Widget => ({ ...widget, title: 'T', at }));
  return { kind: 'dashboard', key: definition.key, title: 'T', widgets };
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
