import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useOutletContext } from 'react-router';
import { problemText, type FormPlace, type Me } from '../../api';
import type { FormDefinition } from '../../schema';
import type { ViewChanges } from '../views/useViews';
import { shownFields, type ShownView } from '../views/view';
import { columnsOf } from '../list/columns';
import { keptLayout, keepLayout } from './keep';
import { arranged, sameLayout, type Layout } from './layout';

/** Between the last touch and saving, in milliseconds. */
const PAUSE = 800;

export interface Columns {
  layout: Layout;
  /** Whether this differs from what the view says, for this reader alone. */
  changed: boolean;
  change: (next: Layout) => void;
  undo: (() => void) | undefined;
  /** Back to the view's own; undefined where that is what is shown. */
  reset: (() => void) | undefined;
  /** The view has taken these columns over, or is shown as it was saved. */
  forget: (view: string) => void;
}

interface State {
  view: string;
  layout: Layout | undefined;
  before: (Layout | undefined)[];
}

/**
 * Columns as this reader has them. In a view of his own that nobody else sees they are saved to it as he goes; over any other view they lie
 * as his own, kept in this browser, until he saves them.
 */
export function useColumns(place: FormPlace, form: FormDefinition, view: ShownView, changes: ViewChanges): Columns {
  const me = useOutletContext<Me>();
  const id = view?.id ?? '';
  const own = view?.owner?.id === me.id && view.usable && !view.shared;
  const [kept, setKept] = useState<State>(() => startOf(place, id));
  const state = kept.view === id ? kept : startOf(place, id);
  const base = layoutOf(form, view);
  const layout = state.layout ? known(form, state.layout) : base;
  const put = (next: Layout | undefined, before: State['before']) => {
    setKept({ view: id, layout: next, before });
    if (!own) keepLayout(place, id, next && !sameLayout(next, base) ? next : undefined);
  };
  useSaving(own ? view : undefined, state.layout && !sameLayout(layout, base) ? layout : undefined, changes);
  return {
    layout,
    changed: !own && !sameLayout(layout, base),
    change: (next) => (sameLayout(next, layout) ? undefined : put(next, [...state.before, state.layout ?? base])),
    undo: state.before.length > 0 ? () => put(state.before.at(-1), state.before.slice(0, -1)) : undefined,
    reset: !own && !sameLayout(layout, base) ? () => put(undefined, [...state.before, layout]) : undefined,
    forget: (name) => {
      keepLayout(place, name, undefined);
      if (name === id) setKept({ view: id, layout: undefined, before: [] });
    },
  };
}

const startOf = (place: FormPlace, view: string): State => ({ view, layout: keptLayout(place, view), before: [] });

export function layoutOf(form: FormDefinition, view: ShownView): Layout {
  return arranged({
    fields: columnsOf(form, view?.fields).map((field) => field.key),
    pinned: view?.pinned ?? [],
    widths: view?.widths ?? {},
  });
}

/** Without columns that the form, as this reader knows it, no longer has. */
function known(form: FormDefinition, layout: Layout): Layout {
  const keys = new Set(shownFields(form).map((field) => field.key));
  return arranged({ ...layout, fields: layout.fields.filter((key) => keys.has(key)) });
}

/** Saves once nothing has moved for a moment and the last saving is over; what was refused is not tried again by itself. */
function useSaving(view: ShownView, layout: Layout | undefined, { change }: ViewChanges): void {
  const { message } = App.useApp();
  const [refused, setRefused] = useState<string>();
  const text = layout ? JSON.stringify(layout) : undefined;
  const { isPending, mutate } = change;
  useEffect(() => {
    if (!view || text === undefined || isPending || text === refused) return undefined;
    const timer = setTimeout(
      () =>
        mutate(
          { view, body: JSON.parse(text) as Layout },
          {
            onError: (error) => {
              setRefused(text);
              void message.error(problemText(error));
            },
          },
        ),
      PAUSE,
    );
    return () => clearTimeout(timer);
  }, [view, text, isPending, refused, mutate, message]);
}
