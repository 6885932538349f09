import { useInfiniteQuery, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, path, useGet, type Notification, type NotificationPreference, type Page } from '../api';

const notificationsPath = (tenant: string) => path`/tenants/${tenant}/notifications`;
const unreadPath = (tenant: string) => `${notificationsPath(tenant)}/unread`;

interface Unread {
  unread: number;
}

/** How much the reader has not read; a hundred stands for more. */
export function useUnread(tenant: string): number {
  const answer = useGet<Unread>(tenant ? unreadPath(tenant) : null, { refetchInterval: 60_000 });
  return answer.data?.unread ?? 0;
}

/** The reader's list, newest first, and what he can do with it. */
export function useNotifications(tenant: string, onlyUnread: boolean) {
  const cache = useQueryClient();
  const address = notificationsPath(tenant);
  const list = useInfiniteQuery({
    queryKey: [address, onlyUnread],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Notification>>(`${address}?unread=${onlyUnread}&after=${encodeURIComponent(pageParam)}`, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  const read = useMutation({
    mutationFn: (one: string) => call<Unread>(`${address}/${encodeURIComponent(one)}/read`, { method: 'POST' }),
    onSuccess: (left) => settled(cache, tenant, left),
  });
  const readAll = useMutation({
    mutationFn: () => call<Unread>(`${address}/read`, { method: 'POST' }),
    onSuccess: (left) => settled(cache, tenant, left),
  });
  return { list, items: list.data?.pages.flatMap((page) => page.items) ?? [], read, readAll };
}

function settled(cache: QueryClient, tenant: string, left: Unread): Promise<void> {
  cache.setQueryData([unreadPath(tenant)], left);
  return cache.invalidateQueries({ queryKey: [notificationsPath(tenant)] });
}

type Preferences = Page<NotificationPreference> & { mails: boolean };

/** By which ways the reader is told of which kinds. */
export function usePreferences(tenant: string) {
  const cache = useQueryClient();
  const address = `${notificationsPath(tenant)}/preferences`;
  const chosen = useGet<Preferences>(address);
  const choose = useMutation({
    mutationFn: (choice: NotificationPreference) =>
      call<Preferences>(address, { method: 'PUT', body: { items: [choice] } }),
    onSuccess: (all) => cache.setQueryData([address], all),
  });
  return { chosen, choose };
}

/** Where one goes to see what it is about; nothing where there is nothing to see any more. */
export function whereTo(tenant: string, { record, task, approval, request }: Notification): string | undefined {
  if (approval) return path`/t/${tenant}/approvals/${approval}`;
  if (request) return path`/t/${tenant}/privacy/requests/${request}`;
  if (!record) return undefined;
  if (task) return path`/t/${tenant}/tasks/${task}`;
  return path`/t/${tenant}/apps/${record.app}/forms/${record.form}/records/${record.id}`;
}
