import { useQuery } from '@tanstack/react-query';
import { path, problemText, useGet, type AuditEntry, type TreeHead } from '../api';
import { verifyEntry, verifyHistory, type Verdict } from './verify';

export function useHead(tenant: string) {
  return useGet<TreeHead>(path`/tenants/${tenant}/audit/head`, { staleTime: 5_000 });
}

interface Checked {
  verdict: Verdict | undefined;
  error: string | undefined;
}

/** The verdict on one entry, computed here. An entry younger than the head is looked at again shortly. */
export function useEntryVerdict(tenant: string, entry: AuditEntry | undefined): Checked {
  const head = useHead(tenant);
  const check = useQuery({
    queryKey: ['verify-entry', tenant, entry?.leaf, entry?.canonical, head.data?.root],
    queryFn: async () =>
      entry && head.data ? verifyEntry(tenant, entry, head.data) : ({ state: 'waiting' } as Verdict),
    enabled: entry !== undefined && head.data !== undefined,
    staleTime: Infinity,
  });
  const waiting = check.data?.state === 'waiting';
  useGet<TreeHead>(path`/tenants/${tenant}/audit/head`, { enabled: waiting, refetchInterval: waiting ? 1500 : false });
  return { verdict: check.data, error: wordsFor(check.error ?? head.error) };
}

/** Whether the log still extends what this browser last saw of it. */
export function useHistoryVerdict(tenant: string): Checked {
  const head = useHead(tenant);
  const check = useQuery({
    queryKey: ['verify-history', tenant, head.data?.size, head.data?.root],
    queryFn: async () => (head.data ? verifyHistory(tenant, head.data) : ({ state: 'waiting' } as Verdict)),
    enabled: head.data !== undefined,
    staleTime: Infinity,
  });
  return { verdict: check.data, error: wordsFor(check.error ?? head.error) };
}

function wordsFor(error: Error | null): string | undefined {
  return error ? problemText(error) : undefined;
}
