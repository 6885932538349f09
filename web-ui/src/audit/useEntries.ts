import { useInfiniteQuery } from '@tanstack/react-query';
import dayjs from 'dayjs';
import { call, path, type AuditEntry, type Page } from '../api';

/** What entries are asked by; all of it stands in the address of the page. */
export const FILTERS = ['actor', 'action', 'target', 'from', 'to'] as const;

/** Newest first; older ones are read on from where the page ends, by their number and not by counting. */
export function useEntries(tenant: string, params: URLSearchParams) {
  const asked = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [`&${name}=${encodeURIComponent(toParameter(name, value))}`] : [];
  }).join('');
  const address = path`/tenants/${tenant}/audit/entries`;
  const list = useInfiniteQuery({
    queryKey: [address, asked],
    queryFn: ({ pageParam, signal }) =>
      call<Page<AuditEntry>>(
        `${address}?limit=50${asked}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ''}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  });
  return { list, entries: list.data?.pages.flatMap((page) => page.items) ?? [], narrowed: asked !== '' };
}

/** Days chosen here are whole days in the reader's zone; the server takes instants. */
function toParameter(name: string, value: string): string {
  if (name === 'from') return dayjs(value).startOf('day').toISOString();
  if (name === 'to') return dayjs(value).endOf('day').toISOString();
  return value;
}
