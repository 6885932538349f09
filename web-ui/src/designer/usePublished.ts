import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, Problem } from '../api';
import { columnsOf } from './document/containers';
import { definitionPath, type FormDocument, type StudioPlace } from '../studio';

/** The published document of a form: null when there is none, undefined until that is known. */
export function usePublished(place: StudioPlace): FormDocument | null | undefined {
  const address = definitionPath(place);
  const answer = useQuery({
    queryKey: [address, 'published'],
    queryFn: async ({ signal }) => {
      try {
        const whole = await call<{ definition?: FormDocument }>(address, { signal });
        return whole.definition ?? (whole as unknown as FormDocument);
      } catch (problem) {
        if (problem instanceof Problem && problem.status === 404) return null;
        throw problem;
      }
    },
    staleTime: 30_000,
  });
  return answer.data;
}

/** Paths of the fields that are published, columns included; undefined until they are known. */
export function usePublishedKeys(place: StudioPlace): Set<string> | undefined {
  const published = usePublished(place);
  return useMemo(() => {
    if (published === undefined) return undefined;
    const entries = published?.fields ?? [];
    return new Set(
      entries.flatMap((entry) => [entry.key, ...columnsOf(entry).map((column) => `${entry.key}.${column.key}`)]),
    );
  }, [published]);
}
