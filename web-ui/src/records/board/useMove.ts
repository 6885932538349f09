import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import {
  call,
  formPath,
  Problem,
  problemText,
  recordPath,
  type FormPlace,
  type FormRecord,
  type ListedRecord,
  type RecordQuery,
} from '../../api';
import { useText } from '../../i18n';
import type { Field } from '../../schema';
import { useUndoNotice } from '../../ui';
import type { ColumnValue } from './boardQuery';
import { columnCountKey, columnKey, type ColumnPages } from './useBoardColumn';

export interface Move {
  record: FormRecord;
  from: ColumnValue;
  to: ColumnValue;
}

const NOTICE_SECONDS = 8;

/**
 * Moves a record to another column by changing its choice. The board shows it there at once; what the server refuses is put back and
 * said, what it accepts can be taken back from the notice. Only the two columns are asked for anew.
 */
export function useMove(
  place: FormPlace,
  field: Field,
  askedOf: (value: ColumnValue) => RecordQuery,
  titleOf: (value: ColumnValue) => string,
) {
  const t = useText();
  const { message } = App.useApp();
  const done = useUndoNotice();
  const cache = useQueryClient();
  const keyOf = (value: ColumnValue) => columnKey(place, askedOf(value));
  const change = (value: ColumnValue, by: (items: ListedRecord[], page: number) => ListedRecord[]) =>
    cache.setQueryData<ColumnPages>(keyOf(value), (data) =>
      data === undefined
        ? data
        : { ...data, pages: data.pages.map((page, index) => ({ ...page, items: by(page.items, index) })) },
    );

  const move = useMutation({
    mutationFn: ({ record, to }: Move) =>
      call<FormRecord>(recordPath(place, record.id), {
        method: 'PATCH',
        version: record.version,
        body: { data: { [field.key]: to } },
      }),
    onMutate: async ({ record, from, to }) => {
      const keys = [keyOf(from), keyOf(to)];
      await Promise.all(keys.map((queryKey) => cache.cancelQueries({ queryKey })));
      const before = keys.map((queryKey) => [queryKey, cache.getQueryData(queryKey)] as const);
      const moved = { ...record, data: { ...record.data, [field.key]: to } };
      change(from, (items) => items.filter((item) => item.id !== record.id));
      change(to, (items, page) => (page === 0 ? [moved, ...items] : items));
      return { before };
    },
    onError: (error, _, context) => {
      context?.before.forEach(([queryKey, data]) => cache.setQueryData(queryKey, data));
      void message.error(
        error instanceof Problem && error.status === 412
          ? t('board.lostRace')
          : `${problemText(error)} ${t('board.putBack')}`,
        NOTICE_SECONDS,
      );
    },
    onSuccess: (saved, { record, from, to }) => {
      const inSight = Object.keys(saved.data).length > 0;
      done({
        key: `move-${record.id}`,
        text: t('board.moved', { column: titleOf(to) }),
        seconds: NOTICE_SECONDS,
        undo: inSight
          ? { label: t('board.undo'), run: () => move.mutate({ record: saved, from: to, to: from }) }
          : undefined,
      });
    },
    onSettled: async (_data, _error, { from, to }) => {
      const base = formPath(place);
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(base),
        refetchType: 'none',
      });
      await Promise.all(
        [from, to].flatMap((value) => [
          cache.refetchQueries({ queryKey: keyOf(value), type: 'active' }),
          cache.refetchQueries({ queryKey: columnCountKey(place, askedOf(value)), type: 'active' }),
        ]),
      );
    },
  });
  return move;
}
