import { useReducer } from 'react';
import type { WorkingCalendar } from '../api';

interface Draft {
  past: WorkingCalendar[];
  now: WorkingCalendar;
  future: WorkingCalendar[];
}

type Step =
  | { does: 'change'; to: WorkingCalendar }
  | { does: 'undo' }
  | { does: 'redo' }
  | { does: 'reset'; to: WorkingCalendar };

const MOST = 200;

export function step(draft: Draft, what: Step): Draft {
  const { past, now, future } = draft;
  switch (what.does) {
    case 'change':
      return { past: [...past.slice(-MOST), now], now: what.to, future: [] };
    case 'undo': {
      const before = past[past.length - 1];
      return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : draft;
    }
    case 'redo': {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest } : draft;
    }
    case 'reset':
      return { past: [], now: what.to, future: [] };
  }
}

/** A calendar as it is being changed, with the way back. */
export function useDraft(kept: WorkingCalendar) {
  const [draft, dispatch] = useReducer(step, { past: [], now: kept, future: [] });
  return {
    calendar: draft.now,
    changed: draft.past.length > 0,
    undoable: draft.past.length > 0,
    redoable: draft.future.length > 0,
    change: (to: WorkingCalendar) => dispatch({ does: 'change', to }),
    undo: () => dispatch({ does: 'undo' }),
    redo: () => dispatch({ does: 'redo' }),
    reset: (to: WorkingCalendar) => dispatch({ does: 'reset', to }),
  };
}
