import type { QueryClient } from '@tanstack/react-query';
import { path, recordPath, recordsChanged, type FormRecord } from '../api';

/** What the server tells an open page (`GET /events`). */
export type LiveEvent =
  | { type: 'tasks'; tenant: string; todo: number; newest: string | null; told: string | null }
  | { type: 'notifications'; tenant: string; unread: number; newest: string | null }
  | { type: 'jobs'; tenant: string; open: { id: string }[] }
  | { type: 'record'; tenant: string; app: string; form: string; id: string; version: number }
  | { type: 'alive' };

/**
 * Asks again for what has changed and is on the page. A stream begins with how things stand, which the page has just read.
 * @param told what was heard before, by what it is about
 */
export function hear(cache: QueryClient, told: Map<string, string>, event: LiveEvent): void {
  if (event.type === 'alive') return;
  if (event.type === 'record') {
    const held = cache.getQueryData<FormRecord>([recordPath(event, event.id)]);
    if (held && held.version < event.version) void recordsChanged(cache, event);
    return;
  }
  const about = `${event.type} ${event.tenant}`;
  const now = JSON.stringify(event);
  const before = told.get(about);
  told.set(about, now);
  if (before === undefined || before === now) return;
  const affected = WHAT[event.type](event.tenant);
  void cache.invalidateQueries({ predicate: ({ queryKey }) => affected(String(queryKey[0])) });
}

const isNotification = (tenant: string) => (key: string) => {
  const list = path`/tenants/${tenant}/notifications`;
  return key === list || key === `${list}/unread`;
};
const isTask = (tenant: string) => (key: string) => key.startsWith(path`/tenants/${tenant}/tasks`);
const isJob = (tenant: string) => (key: string) =>
  key.startsWith(path`/tenants/${tenant}/apps/`) && /\/(imports|exports)(\/|\?|$)/.test(key);
const WHAT = { tasks: isTask, notifications: isNotification, jobs: isJob };
