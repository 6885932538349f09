import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path, type ConsentEvent, type Page } from '../../api';

export const CHANNELS = ['web', 'paper', 'phone', 'email', 'mini-program'] as const;
export type Channel = (typeof CHANNELS)[number];

const consentsPath = (tenant: string) => path`/tenants/${tenant}/privacy/consents`;

/** What a person agreed to, refused and took back, newest first. */
export function useConsents(tenant: string, subject: string) {
  const address = consentsPath(tenant);
  const ledger = useInfiniteQuery({
    queryKey: [address, subject],
    queryFn: ({ pageParam, signal }) =>
      call<Page<ConsentEvent>>(
        `${address}?subject=${encodeURIComponent(subject)}&limit=50&after=${encodeURIComponent(pageParam)}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return { ledger, events: ledger.data?.pages.flatMap((page) => page.items) ?? [] };
}

/** Entering that a person takes back what he agreed to, and that he agrees after all: each is one more entry. */
export function useConsentActs(tenant: string) {
  const cache = useQueryClient();
  const address = consentsPath(tenant);
  const onSettled = () => cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === address });
  const withdraw = useMutation({
    mutationFn: ({ event, channel, once }: { event: ConsentEvent; channel: Channel | undefined; once: string }) =>
      call<ConsentEvent>(`${address}/${encodeURIComponent(event.id)}/withdraw${channel ? `?channel=${channel}` : ''}`, {
        method: 'POST',
        once,
      }),
    onSettled,
  });
  const giveAgain = useMutation({
    mutationFn: ({ subject, notice, purpose, form, field, channel }: ConsentEvent) =>
      call<ConsentEvent>(address, {
        method: 'POST',
        body: { subject, notice, purpose, form, field, ...(channel ? { channel } : {}) },
        once: crypto.randomUUID(),
      }),
    onSettled,
  });
  return { withdraw, giveAgain };
}
