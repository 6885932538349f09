import { useState, type PointerEvent as ReactPointerEvent } from 'react';

/** What is being dragged, how far, and over which column. */
export interface Drag {
  id: string;
  x: number;
  y: number;
  over: string | undefined;
}

/** Further than a click wanders. */
const SLOP = 6;
/** A finger that rests so long means the card, not the page. */
const HOLD = 280;
/** Nearer than this to the edge, the board scrolls along. */
const EDGE = 48;
const STEP = 12;

/**
 * Dragging by mouse, pen and finger: the mouse drags at once, a finger after it has rested on the card, so that pages still scroll.
 * Columns carry `data-column`. Escape lets go.
 */
export function useDrag() {
  const [drag, setDrag] = useState<Drag>();

  const start = (event: ReactPointerEvent<HTMLElement>, id: string, onDrop: (column: string) => void) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button'))) return;
    const card = event.currentTarget;
    const { clientX, clientY, pointerType } = event;
    const finger = pointerType !== 'mouse';
    let active = false;
    let over: string | undefined;
    const begin = () => {
      active = true;
      setDrag({ id, x: 0, y: 0, over: undefined });
    };
    const hold = finger ? setTimeout(begin, HOLD) : undefined;

    const move = (at: PointerEvent) => {
      const x = at.clientX - clientX;
      const y = at.clientY - clientY;
      if (!active) {
        if (Math.hypot(x, y) < SLOP) return;
        if (finger) return end();
        begin();
      }
      over = columnAt(at.clientX, at.clientY);
      scrollAlong(card, at.clientX);
      setDrag({ id, x, y, over });
    };
    const drop = () => {
      const dropped = active ? over : undefined;
      if (active) swallowClick();
      end();
      if (dropped !== undefined) onDrop(dropped);
    };
    const keepStill = (touch: TouchEvent) => {
      if (active) touch.preventDefault();
    };
    const key = ({ key: pressed }: KeyboardEvent) => {
      if (pressed === 'Escape') end();
    };
    const end = () => {
      clearTimeout(hold);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      window.removeEventListener('pointercancel', end);
      window.removeEventListener('keydown', key);
      card.removeEventListener('touchmove', keepStill);
      setDrag(undefined);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', key);
    card.addEventListener('touchmove', keepStill, { passive: false });
  };
  return { drag, start };
}

/** The card itself lets the pointer through while it is dragged. */
function columnAt(x: number, y: number): string | undefined {
  const column = document.elementFromPoint(x, y)?.closest('[data-column]');
  return column instanceof HTMLElement ? column.dataset['column'] : undefined;
}

function scrollAlong(card: HTMLElement, x: number): void {
  const board = card.closest('[data-board]');
  if (!board) return;
  const { left, right } = board.getBoundingClientRect();
  if (x < left + EDGE) board.scrollLeft -= STEP;
  if (x > right - EDGE) board.scrollLeft += STEP;
}

/** The click that ends a drag is none. */
function swallowClick(): void {
  const swallow = (click: MouseEvent) => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
