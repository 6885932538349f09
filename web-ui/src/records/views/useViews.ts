import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import {
  call,
  formPath,
  problemText,
  useGet,
  type FormPlace,
  type NewView,
  type Page,
  type SavedView,
  type ViewChange,
} from '../../api';
import { useText } from '../../i18n';
import { useUndoNotice } from '../../ui';

const NOTICE_SECONDS = 12;

const viewsPath = (place: FormPlace) => `${formPath(place)}/views`;
const viewPath = (place: FormPlace, id: string) => `${viewsPath(place)}/${encodeURIComponent(id)}`;

/** All views that this reader is told of: the form's, his own, shared ones. */
export const useViews = (place: FormPlace) => useGet<Page<SavedView>>(viewsPath(place), { staleTime: 60_000 });

/** Saves, changes and deletes views; deleting is taken back from the notice. `onGone`: the view is no longer there to be shown. */
export function useViewChanges(place: FormPlace, onGone: (id: string) => void) {
  const t = useText();
  const { message } = App.useApp();
  const done = useUndoNotice();
  const cache = useQueryClient();
  const refresh = () => cache.invalidateQueries({ queryKey: [viewsPath(place)] });
  const failed = (error: Error) => void message.error(problemText(error));

  const create = useMutation<SavedView, Error, NewView>({
    mutationFn: (body) => call<SavedView>(viewsPath(place), { method: 'POST', body, once: crypto.randomUUID() }),
    onSuccess: refresh,
  });
  const change = useMutation<SavedView, Error, { view: SavedView; body: ViewChange }>({
    mutationFn: ({ view, body }) =>
      call<SavedView>(viewPath(place, view.id), { method: 'PATCH', version: view.version, body }),
    onSettled: refresh,
  });
  const restore = useMutation<SavedView, Error, string>({
    mutationFn: (id) => call<SavedView>(`${viewPath(place, id)}/restore`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      await refresh();
      void message.success(t('views.restored'));
    },
    onError: failed,
  });
  const remove = useMutation<unknown, Error, SavedView>({
    mutationFn: (view) => call(viewPath(place, view.id), { method: 'DELETE', version: view.version }),
    onSuccess: async (_, view) => {
      onGone(view.id);
      await refresh();
      done({
        key: `view-${view.id}`,
        text: t('views.deleted'),
        seconds: NOTICE_SECONDS,
        undo: { label: t('views.undo'), run: () => restore.mutate(view.id) },
      });
    },
    onError: failed,
  });
  return { create, change, remove };
}

export type ViewChanges = ReturnType<typeof useViewChanges>;
