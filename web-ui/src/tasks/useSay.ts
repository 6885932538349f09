import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, recordPath, type Comment, type NewComment } from '../api';
import type { Task } from './task';

/** Where the comments of a task's record are. */
export const commentsOf = (tenant: string, task: Task) =>
  `${recordPath({ tenant, app: task.app, form: task.form }, task.record.id)}/comments`;

/** Comments on a task's record. Sent again after a broken connection it is said once. */
export function useSay(tenant: string, task: Task, onSaid: () => void) {
  const cache = useQueryClient();
  const address = commentsOf(tenant, task);
  const key = useRef('');
  return useMutation({
    mutationFn: (comment: NewComment) => {
      key.current ||= crypto.randomUUID();
      return call<Comment>(address, { method: 'POST', body: comment, once: `${key.current}${comment.text.length}` });
    },
    onSuccess: async () => {
      key.current = '';
      onSaid();
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(address),
      });
    },
  });
}
