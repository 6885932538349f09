import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Change } from './history';
import { browserKeep } from './keep';
import { definitionPath, type StudioPlace } from './place';
import { serverIo, StudioStore, type Conflict, type SaveState } from './store';

/** A definition being designed, as its pages see it. */
export interface Studio<T> {
  place: StudioPlace;
  /** As it stands; never to be changed in place. */
  document: T;
  /** What is selected: a name that the designer of this kind chooses; part of what undo brings back. */
  selection: string | null;
  select: (selection: string | null) => void;
  /**
   * Replaces the document by what `recipe` makes of it; the same document means that nothing changes.
   * `label` says what was done, in words. Changes with the same `merge` in a row are one: typing.
   */
  change: (label: string, recipe: (document: T) => T, more?: Omit<Change, 'label'>) => void;
  undo: () => void;
  redo: () => void;
  /** What undo would take back, in words; undefined: nothing. */
  undoLabel: string | undefined;
  redoLabel: string | undefined;
  saving: SaveState;
  problem: unknown;
  /** The revision on the server; a new one with every save. */
  revision: number;
  /** Saves what waits; false when it cannot be saved now. Before publishing. */
  flush: () => Promise<boolean>;
  conflict: Conflict<T> | undefined;
  resolve: (document: T, label: string) => void;
}

/** `studio` once it is loaded; `error` when it could not be. */
export interface StudioLoading<T> {
  studio: Studio<T> | undefined;
  error: unknown;
  reload: () => void;
}

/**
 * The draft of a definition: read once, saved as one goes, with undo of everything. Reads again when the place changes.
 * `null` loads nothing.
 */
export function useStudio<T>(place: StudioPlace | null): StudioLoading<T> {
  const address = place === null ? null : definitionPath(place);
  const [attempt, setAttempt] = useState(0);
  const wanted = `${address ?? ''} ${attempt}`;
  const [held, setHeld] = useState<{ wanted: string; store?: StudioStore<T>; error?: unknown }>();
  const reload = useCallback(() => setAttempt((before) => before + 1), []);

  useEffect(() => {
    if (place === null || address === null) return;
    let left = false;
    let store: StudioStore<T> | undefined;
    const io = serverIo<T>(address, browserKeep<T>(place));
    io.load().then(
      (loaded) => {
        if (left) return;
        store = new StudioStore(io, loaded);
        setHeld({ wanted, store });
      },
      (error: unknown) => (left ? undefined : setHeld({ wanted, error })),
    );
    return () => {
      left = true;
      store?.leave();
    };
    // The address says which place it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);

  const current = held?.wanted === wanted ? held : undefined;
  const studio = useStore(place, current?.store);
  return { studio, error: current?.error, reload };
}

const nothing = () => () => undefined;

function useStore<T>(place: StudioPlace | null, store: StudioStore<T> | undefined): Studio<T> | undefined {
  const snapshot = useSyncExternalStore(store?.subscribe ?? nothing, () => store?.snapshot());
  const acts = useMemo(
    () =>
      store && {
        select: (selection: string | null) => store.select(selection),
        change: (label: string, recipe: (document: T) => T, more: Omit<Change, 'label'> = {}) =>
          store.change({ ...more, label }, recipe),
        undo: () => store.undo(),
        redo: () => store.redo(),
        flush: () => store.flush(),
        resolve: (document: T, label: string) => store.resolve(document, label),
      },
    [store],
  );
  if (!place || !snapshot || !acts) return undefined;
  const { history, saving, revision, problem, conflict } = snapshot;
  return {
    ...acts,
    place,
    document: history.present,
    selection: history.selection,
    undoLabel: history.past.at(-1)?.label,
    redoLabel: history.future[0]?.label,
    saving,
    revision,
    problem,
    conflict,
  };
}
