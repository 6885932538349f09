import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import {
  call,
  formPath,
  Problem,
  problemText,
  recordPath,
  type FormPlace,
  type FormRecord,
  type ListedRecord,
  type Page,
} from '../../api';
import { wireValue } from '../../fields';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import { useUndoNotice } from '../../ui';

const NOTICE_SECONDS = 8;

/** One value of one record, on its way to the server. */
export interface CellChange {
  /** As it was read; its version is named. */
  record: FormRecord;
  field: Field;
  value: unknown;
}

/**
 * Saves one value. The row shows what the server answers, where it stands; a notice takes it back. Where somebody else was first, `conflict`
 * is the record as that person left it.
 */
export function useCellSave(place: FormPlace, onSaved: (record: FormRecord) => void) {
  const t = useText();
  const { message } = App.useApp();
  const done = useUndoNotice();
  const cache = useQueryClient();
  const [conflict, setConflict] = useState<FormRecord>();
  const base = formPath(place);
  const put = async (saved: FormRecord) => {
    const inSight = Object.keys(saved.data).length > 0;
    cache.setQueriesData<Page<ListedRecord>>(
      { queryKey: [base, 'rows'] },
      (page) => page && { ...page, items: page.items.map((item) => (item.id === saved.id ? saved : item)) },
    );
    await cache.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith(base),
      refetchType: inSight ? 'none' : 'active',
    });
  };
  const send = ({ record, field, value }: CellChange) =>
    call<FormRecord>(recordPath(place, record.id), {
      method: 'PATCH',
      version: record.version,
      body: { data: { [field.key]: wireValue(field, value) } },
    });
  const undo = useMutation<FormRecord, Error, CellChange>({
    mutationFn: send,
    onSuccess: async (saved) => {
      await put(saved);
      void message.success(t('cellEdit.undone'));
    },
    onError: (error) => void message.error(problemText(error)),
  });
  const save = useMutation<FormRecord, Error, CellChange>({
    mutationFn: send,
    onSuccess: async (saved, { record, field }) => {
      await put(saved);
      onSaved(saved);
      const back = { record: saved, field, value: record.data[field.key] };
      done({
        key: `cell-${record.id}-${field.key}`,
        text: t('cellEdit.saved', { field: local(field.title, field.key) }),
        seconds: NOTICE_SECONDS,
        undo: field.key in saved.data ? { label: t('cellEdit.undo'), run: () => undo.mutate(back) } : undefined,
      });
    },
    onError: async (error, { record }) => {
      if (!(error instanceof Problem) || error.status !== 412) return;
      setConflict(await call<FormRecord>(recordPath(place, record.id)).catch(() => undefined));
    },
  });
  return { save, conflict, put, forget: () => setConflict(undefined) };
}
