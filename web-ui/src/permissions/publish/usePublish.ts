import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, formPath, Problem, useGet, type Page } from '../../api';
import { definitionPath, type FormDocument, type Studio, type StudioPlace } from '../../studio';
import type { FormVersion, Publication } from '../queries';

/** A field whose values are to be converted, and what becomes of those that cannot be. */
export interface Asked {
  field: string;
  onFailure: 'refuse' | 'keep-empty';
}

/** What publishing the saved draft would do; of values that would be stored otherwise only what was asked. */
export function usePreview(studio: Studio<FormDocument>, conversions: Asked[], values: boolean) {
  return useQuery<Publication>({
    queryKey: [definitionPath(studio.place), 'preview', studio.revision, conversions, values],
    queryFn: ({ signal }) =>
      call(`${definitionPath(studio.place)}/publish?dryRun=true&values=${values}`, {
        method: 'POST',
        body: { conversions },
        signal,
      }),
    enabled: studio.saving === 'saved',
    placeholderData: (before) => before,
    staleTime: 0,
    retry: false,
  });
}

const asForm = ({ tenant, app, key: form }: StudioPlace) => ({ tenant, app, form });

/** Publishes what is saved; everything that tells of the form is read anew. */
export function usePublishing(studio: Studio<FormDocument>) {
  const cache = useQueryClient();
  const address = definitionPath(studio.place);
  return useMutation({
    mutationFn: async (conversions: Asked[]) => {
      if (!(await studio.flush())) throw new Problem({ status: 409, code: 'form.draft-changed' });
      return call<Publication>(`${address}/publish`, { method: 'POST', body: { conversions } });
    },
    onSettled: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(address) || String(queryKey[0]).endsWith('/forms'),
      }),
  });
}

/** Versions, newest first; none while the form was never published. */
export function useVersions(place: StudioPlace): FormVersion[] | undefined {
  const answer = useGet<Page<FormVersion>>(`${formPath(asForm(place))}/versions`);
  if (answer.error instanceof Problem && answer.error.status === 404) return [];
  return answer.data?.items;
}

/** One version as designers see it; `null` asks nothing. */
export function useVersion(place: StudioPlace, version: number | null) {
  return useGet<FormDocument>(version === null ? null : `${formPath(asForm(place))}/versions/${version}`, {
    staleTime: Infinity,
  });
}
