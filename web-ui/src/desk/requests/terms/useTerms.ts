import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path, useGet, type Page, type RequestTerm } from '../../../api';

const termsPath = (tenant: string) => path`/tenants/${tenant}/privacy/request-terms`;

export function useTerms(tenant: string) {
  return useGet<Page<RequestTerm>>(termsPath(tenant), { staleTime: 60_000 });
}

/** Replaces them all; what is due already stays. */
export function useSaveTerms(tenant: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (items: RequestTerm[]) =>
      call<Page<RequestTerm>>(termsPath(tenant), { method: 'PUT', body: { items } }),
    onSuccess: (now) => cache.setQueryData([termsPath(tenant)], now),
  });
}
