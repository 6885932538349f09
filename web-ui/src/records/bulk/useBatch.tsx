import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { call, formPath, Problem, problemText, type FormPlace, type RecordBatch, type RecordData } from '../../api';
import { useText } from '../../i18n';

export type BatchAction = 'update' | 'delete' | 'restore';

export interface BatchRequest {
  action: BatchAction;
  ids: string[];
  data?: RecordData;
}

const NOTICE_SECONDS = 12;

/** Does the same to many records, says so, and offers to take it back. */
export function useBatch(place: FormPlace, onDone: () => void) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const base = `${formPath(place)}/records`;
  const refresh = () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => startsAt(queryKey[0], formPath(place)) });

  const undo = useMutation({
    mutationFn: (batch: string) =>
      call<{ ids: string[] }>(`${base}/batches/${encodeURIComponent(batch)}/undo`, { method: 'POST', body: {} }),
    onSuccess: async ({ ids }) => {
      await refresh();
      void message.success(t('bulk.done.undo', { count: ids.length }));
    },
    onError: (error) =>
      void message.error(
        error instanceof Problem && error.code === 'record.changed-since-seen'
          ? t('bulk.undoChanged', { count: error.errors.length })
          : problemText(error),
        NOTICE_SECONDS / 2,
      ),
  });
  return useMutation<RecordBatch, Error, BatchRequest>({
    mutationFn: ({ action, ids, data }) =>
      call<RecordBatch>(`${base}/batch-${action}`, { method: 'POST', body: { ids, ...(data ? { data } : {}) } }),
    onSuccess: async (done, { action }) => {
      onDone();
      const key = `batch-${done.ids[0]}`;
      void message.open({
        key,
        type: 'success',
        duration: NOTICE_SECONDS,
        content: (
          <span>
            {t(`bulk.done.${action}`, { count: done.ids.length })}
            {done.undo ? (
              <Button
                type="link"
                size="small"
                onClick={() => {
                  message.destroy(key);
                  undo.mutate(done.undo ?? '');
                }}
              >
                {t('bulk.undo')}
              </Button>
            ) : null}
          </span>
        ),
      });
      await refresh();
    },
  });
}

const startsAt = (key: unknown, base: string) =>
  typeof key === 'string' && (key === base || key.startsWith(`${base}/`));

const PATIENCE = 2_000;

/** Whether something has been going on for so long that one wants to know. */
export function useLong(pending: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!pending) return undefined;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [pending]);
  return pending && long;
}
