import type { StudioPlace } from './place';

/** What is not saved yet, kept in this browser: definitions hold nothing personal. */
export interface Kept<T> {
  document: T;
  /** The document as the server had it when this one began, and its revision. */
  base: T;
  revision: number;
}

export interface Keep<T> {
  put: (kept: Kept<T>) => void;
  take: () => Kept<T> | undefined;
  drop: () => void;
}

export function browserKeep<T>(place: StudioPlace): Keep<T> {
  const name = `jianmi.draft.${place.tenant}.${place.app}.${place.kind}.${place.key}`;
  return {
    put: (kept) => quietly(() => localStorage.setItem(name, JSON.stringify(kept))),
    take: () => quietly(() => JSON.parse(localStorage.getItem(name) ?? 'null') as Kept<T> | null) ?? undefined,
    drop: () => quietly(() => localStorage.removeItem(name)),
  };
}

/** A full or forbidden store costs the safety net, not the work. */
function quietly<R>(act: () => R): R | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
