import { QueryClient, useQueries, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { local, useText } from '../i18n';
import { call, path } from './client';
import { Problem } from './problem';
import type { AppSummary, FormRecord, FormSummary, Me, Page, Person, Department, Purpose } from './types';

/** A form of an app of a tenant. */
export interface FormPlace {
  tenant: string;
  app: string;
  form: string;
}

export function formPath({ tenant, app, form }: FormPlace): string {
  return path`/tenants/${tenant}/apps/${app}/forms/${form}`;
}

export function recordPath(place: FormPlace, id: string): string {
  return `${formPath(place)}/records/${encodeURIComponent(id)}`;
}

/**
 * A record of this form changed, and with it whatever shows something of it: pages and lists of this form, titles, look-ups and
 * roll-ups in those of any other. Only what is on the page is asked for again.
 */
export function recordsChanged(cache: QueryClient, place: FormPlace): Promise<void> {
  const others = path`/tenants/${place.tenant}/apps/`;
  return cache.invalidateQueries({
    predicate: ({ queryKey }) => {
      const key = String(queryKey[0]);
      return (
        key.startsWith(formPath(place)) || (key.startsWith(others) && (key.includes('/records') || queryKey.length > 1))
      );
    },
  });
}

/**
 * One cache for all server data, keyed by path. What the server refused is not asked again by itself. Without a network an act fails at once
 * and says so: kept until there is one again, it would be done when its author has long turned away from it. What could not be read is read
 * then.
 */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        queryFn: ({ queryKey, signal }) => call(String(queryKey[0]), { signal }),
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, problem) => count < 1 && !(problem instanceof Problem && problem.status < 500),
      },
    },
  });
}

type Options<T> = Partial<
  Pick<UseQueryOptions<T>, 'enabled' | 'staleTime' | 'refetchInterval' | 'retryOnMount' | 'placeholderData'>
>;

/** GET a path; the path is the key. `null` asks nothing. */
export function useGet<T>(address: string | null, options: Options<T> = {}) {
  return useQuery<T>({
    queryKey: [address],
    queryFn: ({ signal }) => call<T>(address ?? '', { signal }),
    ...options,
    enabled: address !== null && (options.enabled ?? true),
  });
}

const LONG = 5 * 60_000;

/** A member as colleagues see him. */
export interface Colleague extends Person {
  roles?: string[];
  enabled?: boolean;
}

/** Nobody is asked twice whether he is signed in. */
export const useMe = () => useGet<Me>('/me', { staleTime: LONG, retryOnMount: false });
export const useApps = (tenant: string | null) =>
  useGet<Page<AppSummary>>(tenant === null ? null : path`/tenants/${tenant}/apps`, { staleTime: LONG });
export const useForms = (tenant: string, app: string | null) =>
  useGet<Page<FormSummary>>(app === null ? null : path`/tenants/${tenant}/apps/${app}/forms`, { staleTime: LONG });
/** All forms that the reader sees, app by app; `null` asks nothing. */
export function useAllForms(tenant: string | null): (FormSummary & { app: string; appTitle: AppSummary['title'] })[] {
  const apps = useApps(tenant).data?.items ?? [];
  const forms = useQueries({ queries: apps.map(({ key }) => formsQuery(tenant ?? '', key)) });
  return apps.flatMap(({ key, title }, index) =>
    (forms[index]?.data?.items ?? []).map((form) => ({ ...form, app: key, appTitle: title })),
  );
}

/** A form's app and title by its key alone, as audit entries name it; undefined while unknown or out of sight. */
export function useFormByKey(tenant: string, key: string | undefined): (FormSummary & { app: string }) | undefined {
  return useAllForms(key === undefined ? null : tenant).find((form) => form.key === key);
}

/** The forms of one app, for several at once. */
export function formsQuery(tenant: string, app: string) {
  const address = path`/tenants/${tenant}/apps/${app}/forms`;
  return { queryKey: [address], queryFn: () => call<Page<FormSummary>>(address), staleTime: LONG };
}

/**
 * Where forms lie that a form of this app names: here, or in another app; keys of forms are one tenant's. Missing are those that the reader
 * does not see, and all of them until that is known. Where the forms of the app are not told, they are taken to be its own.
 */
export function usePlacesOf(place: FormPlace, keys: readonly string[]): ReadonlyMap<string, FormPlace> {
  const { tenant, app } = place;
  const own = useForms(tenant, keys.length > 0 ? app : null);
  const here = new Set(own.data?.items.map(({ key }) => key) ?? (own.isError ? keys : []));
  const away = !own.isPending && keys.some((key) => !here.has(key));
  const all = useAllForms(away ? tenant : null);
  return new Map(
    keys.flatMap((key): [string, FormPlace][] => {
      const there = here.has(key) ? app : all.find((form) => form.key === key)?.app;
      return there === undefined ? [] : [[key, { ...place, app: there, form: key }]];
    }),
  );
}

/** Where the form lies that a field names; null while that is not known, or it is out of sight. */
export function usePlaceOf(place: FormPlace, form: string | undefined): FormPlace | null {
  return usePlacesOf(place, form === undefined ? [] : [form]).get(form ?? '') ?? null;
}

const DEFINITION = 60_000;

/** A form as its reader may see it, for several at once. */
export function definitionQuery(place: FormPlace) {
  const address = formPath(place);
  return { queryKey: [address], queryFn: () => call<unknown>(address), staleTime: DEFINITION };
}

export const useFormDefinition = (place: FormPlace | null) =>
  useGet<unknown>(place === null ? null : formPath(place), { staleTime: DEFINITION });
/** While an approval runs, others change the record: it is looked at again every few seconds. */
export const useRecord = (place: FormPlace, id: string | null) =>
  useGet<FormRecord>(id === null ? null : recordPath(place, id), {
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.workflow?.status === 'running' ? 5_000 : false),
  });
export const useMembers = (tenant: string, enabled = true) =>
  useGet<Page<Colleague>>(path`/tenants/${tenant}/members` + '?limit=200', {
    staleTime: LONG,
    enabled,
  });
/** Those who can act: whom work may be given to. Who is disabled or has left is not among them. */
export function useActing(tenant: string, enabled = true): { members: Colleague[]; isPending: boolean } {
  const page = useGet<Page<Colleague>>(path`/tenants/${tenant}/members` + '?limit=200&enabled=true', {
    staleTime: LONG,
    enabled,
  });
  const members = useMemo(() => (page.data?.items ?? []).filter((member) => member.enabled !== false), [page.data]);
  return { members, isPending: page.isPending };
}
export const useDepartments = (tenant: string, enabled = true) =>
  useGet<Page<Department>>(path`/tenants/${tenant}/departments` + '?limit=200', { staleTime: LONG, enabled });
const SEEDED = ['sales', 'service', 'contract', 'marketing'];

/** Titles of purposes: the tenant's own, else our words for the seeded ones; an unknown one is "another purpose". */
export function usePurposeTitle(tenant: string): (key: string) => string {
  const own = useGet<Page<Purpose>>(path`/tenants/${tenant}/purposes`, { staleTime: LONG }).data?.items;
  const t = useText();
  return useCallback(
    (key) =>
      local(own?.find((purpose) => purpose.key === key)?.title) ||
      t(SEEDED.includes(key) ? `purpose.${key}` : 'purpose.other'),
    [own, t],
  );
}
