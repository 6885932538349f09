import { startTransition } from 'react';

/** How far beyond the window something is drawn, in CSS pixels: what one scrolls in a moment. */
const REACH = 800;

const waiting = new Map<Element, () => void>();
let watch: IntersectionObserver | undefined;

export const canWait = (): boolean => typeof IntersectionObserver !== 'undefined';

/**
 * Acts once when an element comes near the window, without holding a key press up.
 * @returns to be called when it is no longer wanted
 */
export function whenNear(element: Element, act: () => void): () => void {
  watch ??= new IntersectionObserver(come, { rootMargin: `${REACH}px 0px` });
  waiting.set(element, act);
  watch.observe(element);
  return () => leave(element);
}

function come(entries: IntersectionObserverEntry[]): void {
  const acts = entries
    .filter((entry) => entry.isIntersecting)
    .map(({ target }) => [target, waiting.get(target)] as const);
  startTransition(() => {
    for (const [target, act] of acts) {
      leave(target);
      act?.();
    }
  });
}

function leave(element: Element): void {
  waiting.delete(element);
  watch?.unobserve(element);
}
