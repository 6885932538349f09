import { useEffect, useState } from 'react';
import type { FormRecord } from '../../api';

/** What the server takes at once. */
export const MOST = 1_000;

export interface Selection {
  /** Chosen records in the order of choosing, also of pages that are not shown. */
  chosen: ReadonlyMap<string, FormRecord>;
  toggle: (record: FormRecord) => void;
  /** Chooses all of these; none of them when all are chosen already. */
  togglePage: (records: FormRecord[]) => void;
  leaveOut: (ids: readonly string[]) => void;
  clear: () => void;
}

/** The records that a person has chosen in one list; another filter or view is another list. Escape lets go of all. */
export function useSelection(shape: string): Selection {
  const [kept, setKept] = useState<{ shape: string; chosen: ReadonlyMap<string, FormRecord> }>({
    shape,
    chosen: new Map(),
  });
  const chosen = kept.shape === shape ? kept.chosen : new Map<string, FormRecord>();
  const put = (change: (next: Map<string, FormRecord>) => void) =>
    setKept((before) => {
      const next = new Map(before.shape === shape ? before.chosen : []);
      change(next);
      return { shape, chosen: new Map([...next].slice(0, MOST)) };
    });
  const clear = () => put((next) => next.clear());
  useEscape(chosen.size > 0, clear);
  return {
    chosen,
    clear,
    toggle: (record) => put((next) => void (next.delete(record.id) || next.set(record.id, record))),
    togglePage: (records) =>
      put((next) => {
        const all = records.every((record) => next.has(record.id));
        for (const record of records) {
          if (all) next.delete(record.id);
          else next.set(record.id, record);
        }
      }),
    leaveOut: (ids) => put((next) => ids.forEach((id) => next.delete(id))),
  };
}

/** Escape belongs to whatever is open above the page first. */
function useEscape(active: boolean, act: () => void): void {
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event: KeyboardEvent) => {
      const above = document.querySelector('[role="dialog"], .ant-popover:not(.ant-popover-hidden)');
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input:not([type="checkbox"]), textarea');
      if (event.key === 'Escape' && !event.defaultPrevented && !above && !typing) act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
