/** A document with what was done to it: every change can be taken back and done again. Plain data, no React. */
export interface History<T> {
  /** Oldest first. */
  past: Step<T>[];
  present: T;
  selection: string | null;
  /** Next first. */
  future: Step<T>[];
}

/** The document on the other side of a change. */
interface Step<T> {
  /** What was done, in words. */
  label: string;
  document: T;
  selection: string | null;
  /** Changes with the same name within a moment are one: typing. */
  merge: string | undefined;
  at: number;
}

export interface Change {
  label: string;
  merge?: string | undefined;
  /** What is selected afterwards; as before when undefined. */
  select?: string | null | undefined;
}

const MOMENT = 1_500;
const KEPT = 200;

export function startHistory<T>(document: T): History<T> {
  return { past: [], present: document, selection: null, future: [] };
}

/** The document replaced by another; nothing happens where it is the same. */
export function changed<T>(history: History<T>, next: T, change: Change, now: number): History<T> {
  const { past, present, selection } = history;
  if (next === present) return history;
  const last = past.at(-1);
  const selected = change.select === undefined ? selection : change.select;
  const goesOn = change.merge !== undefined && last?.merge === change.merge && now - last.at < MOMENT;
  if (goesOn && history.future.length === 0)
    return { past: [...past.slice(0, -1), { ...last, at: now }], present: next, selection: selected, future: [] };
  const step = { label: change.label, document: present, selection, merge: change.merge, at: now };
  return { past: [...past.slice(1 - KEPT), step], present: next, selection: selected, future: [] };
}

export function undone<T>(history: History<T>): History<T> {
  const step = history.past.at(-1);
  if (!step) return history;
  const { present, selection } = history;
  return {
    past: history.past.slice(0, -1),
    present: step.document,
    selection: step.selection,
    future: [{ ...step, document: present, selection, merge: undefined }, ...history.future],
  };
}

export function redone<T>(history: History<T>): History<T> {
  const [step, ...future] = history.future;
  if (!step) return history;
  const { present, selection } = history;
  return {
    past: [...history.past, { ...step, document: present, selection }],
    present: step.document,
    selection: step.selection,
    future,
  };
}
