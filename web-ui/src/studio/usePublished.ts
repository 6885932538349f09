import { queryOptions, useQuery } from '@tanstack/react-query';
import { call, Problem } from '../api';
import { definitionPath, type StudioPlace } from './place';

/** The published document of a place: null when there is none, undefined until that is known. */
export function usePublished<T>(place: StudioPlace): T | null | undefined {
  return useQuery(publishedQuery<T>(place)).data;
}

/** The published document of a place, for several at once. */
export function publishedQuery<T>(place: StudioPlace) {
  const address = definitionPath(place);
  return queryOptions({
    queryKey: [address, 'published'],
    queryFn: async ({ signal }): Promise<T | null> => {
      try {
        const whole = await call<{ definition?: T }>(address, { signal });
        return whole.definition ?? (whole as unknown as T);
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) return null;
        throw problem;
      }
    },
    staleTime: 30_000,
  });
}
