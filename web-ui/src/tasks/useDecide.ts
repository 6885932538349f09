import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call, path, Problem, recordPath, recordsChanged, type RecordData } from '../api';
import { nodeTitle } from '../workflow';
import { changedSince } from './seen';
import type { Decision } from './DecisionBar';
import type { Task } from './task';

interface Answer {
  openTasks?: { id: string; node: string; nodeTitle?: string | null }[];
}

/** An act on the record's workflow as a whole is sent to the record, every other to the task. */
function addressOf(tenant: string, task: Task, action: Decision['action']): string {
  if (action === 'withdraw')
    return `${recordPath({ tenant, app: task.app, form: task.form }, task.record.id)}/workflow/withdraw`;
  return path`/tenants/${tenant}/tasks/${task.id}/${action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * Sends a decision and waits up to two seconds for the next step, so that the page can name it.
 * `seen` lets the server refuse a decision on a record that changed under the reader's eyes.
 */
export function useDecide(tenant: string, task: Task, onDone: (decision: Decision, next: string) => Promise<void>) {
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path`/tenants/${tenant}/tasks`),
      }),
      recordsChanged(cache, { tenant, app: task.app, form: task.form }),
    ]);
  const decide = useMutation({
    mutationFn: ({ action, comment, mentions, files, to, position, data }: Decision & { data: RecordData }) =>
      call<Answer>(addressOf(tenant, task, action), {
        method: 'POST',
        wait: 2,
        body: {
          ...(comment ? { comment } : {}),
          ...(mentions ? { mentions } : {}),
          ...(files ? { files } : {}),
          ...(Object.keys(data).length > 0 ? { data } : {}),
          ...(to === undefined ? {} : { to }),
          ...(position ? { position } : {}),
          seen: task.record.version,
        },
      }),
    onSuccess: async (answer, decision) => {
      const next = new Set((answer.openTasks ?? []).map(nodeTitle).filter(Boolean));
      await onDone(decision, [...next].join(' · '));
      await refresh();
    },
    onError: async (error) => {
      // What changed is shown first; the reader then loads it himself.
      if (error instanceof Problem && [404, 409].includes(error.status) && !changedSince(error)) await refresh();
    },
  });
  const load = useMutation({ mutationFn: refresh, onSuccess: () => decide.reset() });
  return { decide, load };
}
