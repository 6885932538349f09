import { useQuery } from '@tanstack/react-query';
import { call } from '../api';
import type { components } from '../api/generated/schema';
import type { Who } from '../viewing';
import type { FormDocument } from './document';
import { definitionPath, type StudioPlace } from './place';

export type AccessReasons = components['schemas']['AccessReasons'];
export type AccessReason = components['schemas']['AccessReason'];

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
