import { useEffect, type RefObject } from 'react';
import { laidOut, pageOrder } from './document/containers';
import type { Designer } from './useDesigner';

/** The form by keyboard: arrows select, with Alt they move, Enter writes the title, Delete removes, Escape selects the form. */
export function useKeys(designer: Designer, canvas: RefObject<HTMLElement | null>): void {
  const { document, selected, select, step, remove, setWriting } = designer;
  const path = selected.is === 'entry' ? selected.path : undefined;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!concernsCanvas(event.target, canvas.current) || event.ctrlKey || event.metaKey) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    const actOf = (event: KeyboardEvent): (() => void) | undefined => {
      const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (arrow !== 0 && event.altKey) return path === undefined ? undefined : () => step(path, arrow);
      if (event.altKey) return undefined;
      if (arrow !== 0) {
        const order = pageOrder(laidOut(document));
        const at = path === undefined ? (arrow > 0 ? -1 : order.length) : order.indexOf(path);
        const next = order[at + arrow];
        return next === undefined ? undefined : () => select({ is: 'entry', path: next });
      }
      if (path === undefined) return undefined;
      switch (event.key) {
        case 'Enter':
        case 'F2':
          return () => setWriting(path);
        case 'Delete':
        case 'Backspace':
          return () => remove(path);
        case 'Escape':
          return () => select({ is: 'form' });
        default:
          return undefined;
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [document, path, select, step, remove, setWriting, canvas]);

  // The keyboard follows the selection, when it stands on the form.
  useEffect(() => {
    if (path === undefined || !concernsCanvas(window.document.activeElement, canvas.current)) return;
    canvas.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] > .jm-item-grip`)?.focus();
  }, [path, document, canvas]);
}

/** On the form or nowhere, and not in a box where one writes, nor in a dialog. */
export function concernsCanvas(target: EventTarget | null, canvas: HTMLElement | null): boolean {
  if (!(target instanceof Element) || !canvas) return false;
  if (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="tablist"], [role="menu"]',
    )
  )
    return false;
  return target === window.document.body || canvas.contains(target);
}
