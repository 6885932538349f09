import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import {
  call,
  formPath,
  Problem,
  problemText,
  recordsChanged,
  type FormPlace,
  type RecordBatch,
  type RecordData,
} from '../../api';
import { useText } from '../../i18n';
import { useUndoNotice } from '../../ui';

export type BatchAction = 'update' | 'delete' | 'restore';

export interface BatchRequest {
  action: BatchAction;
  ids: string[];
  data?: RecordData;
}

const NOTICE_SECONDS = 12;

/** After so many milliseconds one wants to know that it is still going on. */
export const PATIENCE = 2_000;

/** Does the same to many records, says so, and offers to take it back. */
export function useBatch(place: FormPlace, onDone: () => void) {
  const t = useText();
  const { message } = App.useApp();
  const notify = useUndoNotice();
  const cache = useQueryClient();
  const base = `${formPath(place)}/records`;
  const refresh = () => recordsChanged(cache, place);

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
      notify({
        key: `batch-${done.ids[0]}`,
        text: t(`bulk.done.${action}`, { count: done.ids.length }),
        seconds: NOTICE_SECONDS,
        undo: done.undo ? { label: t('bulk.undo'), run: () => undo.mutate(done.undo ?? '') } : undefined,
      });
      await refresh();
    },
  });
}
