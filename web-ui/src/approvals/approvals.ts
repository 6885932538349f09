import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path, useGet, type Approval, type Page } from '../api';

export type ApprovalBox = 'todo' | 'asked' | 'done';
export const APPROVAL_BOXES: ApprovalBox[] = ['todo', 'asked', 'done'];

export const approvalsPath = (tenant: string) => path`/tenants/${tenant}/approvals`;
const approvalPath = (tenant: string, id: string) => `${approvalsPath(tenant)}/${encodeURIComponent(id)}`;

/** How many requests wait for the reader to decide. */
export function useWaiting(tenant: string): number {
  const answer = useGet<{ waiting: number }>(tenant ? `${approvalsPath(tenant)}/waiting` : null, {
    refetchInterval: 60_000,
  });
  return answer.data?.waiting ?? 0;
}

export function useApprovals(tenant: string, box: ApprovalBox) {
  const address = approvalsPath(tenant);
  const list = useInfiniteQuery({
    queryKey: [address, box],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Approval>>(`${address}?box=${box}&after=${encodeURIComponent(pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return { list, items: list.data?.pages.flatMap((page) => page.items) ?? [] };
}

export function useApproval(tenant: string, id: string) {
  return useGet<Approval>(approvalPath(tenant, id), { staleTime: 0 });
}

/** What the reader has asked about one record, newest first. */
export function useAskedAbout(tenant: string, record: string) {
  return useGet<Page<Approval>>(`${approvalsPath(tenant)}?box=asked&limit=20&record=${encodeURIComponent(record)}`, {
    staleTime: 0,
  });
}

/** Everything that the page knows of approvals is out of date. */
export function useApprovalsChanged(tenant: string): () => Promise<void> {
  const cache = useQueryClient();
  return () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(approvalsPath(tenant)) });
}

export function useActOnApproval(tenant: string, id: string) {
  const changed = useApprovalsChanged(tenant);
  return useMutation({
    mutationFn: ({ act, comment }: { act: 'approve' | 'reject' | 'withdraw'; comment: string }) =>
      call<Approval>(`${approvalPath(tenant, id)}/${act}`, { method: 'POST', body: { comment } }),
    // A refusal says that it stands otherwise than the page shows.
    onSettled: changed,
  });
}
