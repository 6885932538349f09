import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, path, recordPath, recordsChanged, type FormPlace } from '../../api';
import { useText } from '../../i18n';

/** Acts on an approval as a whole, and an administrator's on a task of somebody else. */
export const OVERALL = ['remind', 'withdraw', 'terminate', 'reactivate'] as const;
export type Overall = (typeof OVERALL)[number];

/** What is sent: the act, its reason, and where to: a member for a task, a step for the whole. */
export interface FlowAct {
  act: Overall | 'reassign';
  comment: string;
  to?: string;
  /** Whose task is given to somebody else; none: the approval as a whole. */
  task?: string;
}

/** Carries an act out, waits up to two seconds for where it leads, and asks again for all that shows it. */
export function useFlowAct(place: FormPlace, record: string, onDone: () => void) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ act, comment, to, task }: FlowAct) =>
      call(
        task === undefined
          ? `${recordPath(place, record)}/workflow/${act}`
          : path`/tenants/${place.tenant}/tasks/${task}/${act}`,
        { method: 'POST', wait: 2, body: { ...(comment ? { comment } : {}), ...(to ? { to } : {}) } },
      ),
    onSuccess: (_, { act }) => {
      void message.success(t(`records.flow.did.${act}`));
      onDone();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).startsWith(path`/tenants/${place.tenant}/tasks`),
        }),
        recordsChanged(cache, place),
      ]),
  });
}
