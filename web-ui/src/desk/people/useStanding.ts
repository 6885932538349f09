import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path, useGet, type Approval, type DataSubject, type Erasure, type Page } from '../../api';

export const subjectPath = (tenant: string, subject: string) => path`/tenants/${tenant}/privacy/subjects/${subject}`;
const erasuresPath = (tenant: string) => path`/tenants/${tenant}/privacy/erasures`;
const approvalsPath = (tenant: string) => path`/tenants/${tenant}/approvals`;

/** How often one looks how far an erasure is, in milliseconds. */
const LOOK = 2_000;

export interface HoldTerms {
  reason: string;
  reviewOn: string;
}

/** The newest erasure of a person, looked at again and again while it goes on. */
export function useErasure(tenant: string, subject: string) {
  return useGet<Page<Erasure>>(`${erasuresPath(tenant)}?subject=${encodeURIComponent(subject)}&limit=1`, {
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.items.at(0)?.status === 'running' ? LOOK : false),
  });
}

/** What one has asked about this person and may still hope for or use. */
export function useErasureAsked(tenant: string, subject: string): Approval | undefined {
  const asked = useGet<Page<Approval>>(`${approvalsPath(tenant)}?box=asked&limit=50`, { staleTime: 0 });
  return asked.data?.items.find(
    (one) => one.kind === 'erase' && one.subject === subject && (one.status === 'pending' || one.status === 'approved'),
  );
}

/** What the desk does with a person; everything that the page knows of her is read again. */
export function useSubjectActs(tenant: string, subject: string) {
  const cache = useQueryClient();
  const address = subjectPath(tenant, subject);
  const onSettled = () =>
    cache.invalidateQueries({
      predicate: ({ queryKey }) => {
        const key = String(queryKey[0]);
        return key === address || key.startsWith(erasuresPath(tenant)) || key.startsWith(approvalsPath(tenant));
      },
    });
  const post = (act: string, body?: object) => call<DataSubject>(`${address}/${act}`, { method: 'POST', body });
  return {
    restrict: useMutation({ mutationFn: () => post('restrict'), onSettled }),
    lift: useMutation({ mutationFn: () => post('lift'), onSettled }),
    hold: useMutation({ mutationFn: (terms: HoldTerms) => post('hold', terms), onSettled }),
    release: useMutation({ mutationFn: () => post('release'), onSettled }),
    ask: useMutation({ mutationFn: (reason: string) => post('erase', { reason }), onSettled }),
    carryOut: useMutation({ mutationFn: (request: string) => post('erase', { request }), onSettled }),
    withdraw: useMutation({
      mutationFn: (approval: string) =>
        call(`${approvalsPath(tenant)}/${encodeURIComponent(approval)}/withdraw`, { method: 'POST', body: {} }),
      onSettled,
    }),
  };
}
