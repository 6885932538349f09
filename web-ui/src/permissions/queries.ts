import { useQuery } from '@tanstack/react-query';
import { call, type Finding } from '../api';
import type { components } from '../api/generated/schema';
import { definitionPath, type FormDocument, type StudioPlace } from '../studio';
import type { Who } from '../viewing';

type Shapes = components['schemas'];
export type AccessReasons = Shapes['AccessReasons'];
export type AccessReason = Shapes['AccessReason'];
export type ScopeCounts = Shapes['ScopeCounts'];
export type Publication = Omit<Shapes['FormPublication'], 'findings'> & { findings: Finding[] };
export type SightChange = Shapes['SightChange'];
export type RightsChange = Shapes['RightsChange'];
export type FormVersion = Shapes['FormVersion'];

/** Why somebody has what the document gives him: the server's decision. `null` asks nothing. */
export function useReasons(place: StudioPlace, document: FormDocument, who: Who | null, inScope: string[] | null) {
  return useQuery<AccessReasons>({
    queryKey: [definitionPath(place), 'explain', who, inScope, document],
    queryFn: ({ signal }) =>
      call(`${definitionPath(place)}/access/explain`, {
        method: 'POST',
        body: { ...who, definition: document, ...(inScope ? { inScope } : {}) },
        signal,
      }),
    enabled: who !== null,
    retry: false,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
}

/** How many records the groups of the document would show somebody. Each time it is asked is on record, so it is asked on purpose alone. */
export function countFor(place: StudioPlace, document: FormDocument, who: Who): Promise<ScopeCounts> {
  return call(`${definitionPath(place)}/access/count`, { method: 'POST', body: { ...who, definition: document } });
}
