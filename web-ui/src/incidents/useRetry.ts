import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { call, path, problemText, type RetryResult } from '../api';
import { useText } from '../i18n';
import { whyStopped } from './whyStopped';

/** Lets a failed hop be tried once more and says what came of it; whatever shows workflows of the tenant is asked for again. */
export function useRetry(tenant: string) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      call<RetryResult>(path`/tenants/${tenant}/incidents/${id}/retry`, { method: 'POST', body: {}, wait: 8 }),
    onSuccess: ({ result, problem }) => {
      const text = t(`incidents.result.${result}`, { why: problem ? whyStopped(problem.code) : '' });
      void (result === 'done' ? message.success(text) : result === 'failed' ? message.error(text) : message.info(text));
    },
    onError: (error) => void message.error(problemText(error)),
    onSettled: () =>
      cache.invalidateQueries({
        predicate: ({ queryKey }) => {
          const key = String(queryKey[0]);
          return key.startsWith(path`/tenants/${tenant}/incidents`) || key.startsWith(path`/tenants/${tenant}/apps/`);
        },
      }),
  });
}
