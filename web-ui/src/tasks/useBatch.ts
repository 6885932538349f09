import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path } from '../api';

/** What the server takes at once. */
export const MOST = 100;

export interface BatchResult {
  id: string;
  done: boolean;
  problem?: string;
}

interface Order {
  ids: string[];
  action: 'approve' | 'reject';
  comment: string;
}

/** One decision on several tasks; each has its own result, and the boxes are looked at again. */
export function useBatch(tenant: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, action, comment }: Order) =>
      call<{ results: BatchResult[] }>(path`/tenants/${tenant}/tasks/batch`, {
        method: 'POST',
        body: { ids, action, ...(comment ? { comment } : {}) },
      }),
    onSettled: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path`/tenants/${tenant}/`),
      }),
  });
}
