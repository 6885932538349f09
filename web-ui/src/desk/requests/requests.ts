import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  call,
  callFile,
  path,
  useGet,
  type NewRightsRequest,
  type Page,
  type RightsAct,
  type RightsRequest,
  type RightsRequestLine,
} from '../../api';

export const REQUEST_TYPES = ['access', 'export', 'correct', 'erase', 'restrict', 'object'] as const;
export const REQUEST_STATES = ['received', 'in-progress', 'answered', 'refused', 'withdrawn'] as const;
export const REQUEST_CHANNELS = ['web', 'email', 'phone', 'paper', 'mini-program', 'in-person'] as const;

/** How often a page asks whether a copy is made by now, milliseconds. */
const LOOK = 1500;

const requestsPath = (tenant: string) => path`/tenants/${tenant}/privacy/requests`;

export interface Wanted {
  state: string;
  type: string;
  overdue: boolean;
}

/** What persons ask for: what is open first, by its term. */
export function useRequests(tenant: string, { state, type, overdue }: Wanted) {
  const address = requestsPath(tenant);
  const asked = new URLSearchParams({ state, type, overdue: String(overdue) }).toString();
  const list = useInfiniteQuery({
    queryKey: [address, asked],
    queryFn: ({ pageParam, signal }) =>
      call<Page<RightsRequestLine>>(`${address}?${asked}&after=${encodeURIComponent(pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return { list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

export function useRequest(tenant: string, id: string) {
  const address = `${requestsPath(tenant)}/${encodeURIComponent(id)}`;
  return useGet<RightsRequest>(address, {
    staleTime: 0,
    refetchInterval: ({ state }) => (isMaking(state.data) ? LOOK : false),
  });
}

/** Whether its copy is being made. */
export function isMaking(request: RightsRequest | undefined): boolean {
  return ['waiting', 'running'].includes(request?.package?.status ?? '');
}

export function useMakeRequest(tenant: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ body, once }: { body: NewRightsRequest; once: string }) =>
      call<RightsRequest>(requestsPath(tenant), { method: 'POST', body, once }),
    onSuccess: () => cache.invalidateQueries({ queryKey: [requestsPath(tenant)] }),
  });
}

export type Act = 'assign' | 'extend' | 'carry-out' | 'answer' | 'withdraw';

/** What is done about one request; the page has it as it stands then. */
export function useActs(tenant: string, id: string) {
  const cache = useQueryClient();
  const address = `${requestsPath(tenant)}/${encodeURIComponent(id)}`;
  const act = useMutation({
    mutationFn: ({ act, body }: { act: Act; body: RightsAct }) =>
      call<RightsRequest>(`${address}/${act}`, { method: 'POST', body }),
    onSuccess: (request) => {
      cache.setQueryData([address], request);
      void cache.invalidateQueries({ queryKey: [requestsPath(tenant)] });
    },
  });
  const download = useMutation({ mutationFn: () => callFile(`${address}/file`, 'application/zip') });
  return { act, download };
}
