import { useSyncExternalStore } from 'react';

/** How a tab that signed in again tells the others. */
const CHANNEL = 'jianmi.session';

let lost = false;
const listeners = new Set<() => void>();

/** Whether the session ended while a page was open. What stands on the page is kept, out of sight, until one is back. */
export function useSessionLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}

export function setSessionLost(now: boolean): void {
  if (lost === now) return;
  lost = now;
  listeners.forEach((listener) => listener());
}

export function announceSignedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('in');
  channel.close();
}

/** Calls back when another tab has signed in, and when this one is looked at again. */
export function whenSignedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', listener);
  window.addEventListener('focus', listener);
  return () => {
    channel.close();
    window.removeEventListener('focus', listener);
  };
}
