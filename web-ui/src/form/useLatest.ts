import { useCallback, useInsertionEffect, useRef } from 'react';

/** A function that stays the same from one drawing to the next and calls what was given last. Not to be called while drawing. */
export function useLatest<A extends unknown[]>(callback: (...args: A) => void): (...args: A) => void {
  const latest = useRef(callback);
  useInsertionEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
