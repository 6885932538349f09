import { useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { bounded, COLUMNS, samePlace } from '../grid';
import type { Place } from '../model';

/** Height of a row of the grid and the gap between its cells, in pixels; as in the style sheet. */
export const ROW = 56;
export const GAP = 16;

interface Dragged {
  key: string;
  at: Place;
}

interface Start {
  pointer: number;
  x: number;
  y: number;
  from: Place;
  resize: boolean;
}

/** Moves and sizes by mouse, pen and finger: whole cells, told while it goes on, settled when the pointer is let go of. */
export function useDrag(grid: RefObject<HTMLElement | null>, onDone: (key: string, at: Place) => void) {
  const [dragged, setDragged] = useState<Dragged>();
  const start = useRef<Start>(undefined);

  const grip = (key: string, at: Place, resize: boolean) => ({
    onPointerDown: (event: ReactPointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY, from: at, resize };
      setDragged({ key, at });
    },
    onPointerMove: (event: ReactPointerEvent<HTMLElement>) => {
      const from = start.current;
      if (from?.pointer !== event.pointerId) return;
      const next = placeAt(grid.current, from, event);
      setDragged((before) => (before && samePlace(before.at, next) ? before : { key, at: next }));
    },
    onPointerUp: (event: ReactPointerEvent<HTMLElement>) => {
      const from = start.current;
      if (from?.pointer !== event.pointerId) return;
      const next = placeAt(grid.current, from, event);
      start.current = undefined;
      setDragged(undefined);
      if (!samePlace(next, at)) onDone(key, next);
    },
    onPointerCancel: () => {
      start.current = undefined;
      setDragged(undefined);
    },
  });
  return { dragged, grip };
}

function placeAt(grid: HTMLElement | null, start: Start, event: { clientX: number; clientY: number }): Place {
  const cell = ((grid?.clientWidth ?? 0) + GAP) / COLUMNS || 1;
  const columns = Math.round((event.clientX - start.x) / cell);
  const rows = Math.round((event.clientY - start.y) / (ROW + GAP));
  const { from } = start;
  return bounded(
    start.resize
      ? { ...from, w: Math.min(COLUMNS - from.x, from.w + columns), h: from.h + rows }
      : { ...from, x: from.x + columns, y: from.y + rows },
  );
}

/** Where an arrow key puts a widget; with Shift it grows and shrinks. */
export function placeByKey(key: string, shift: boolean, at: Place): Place | undefined {
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const step = steps[key];
  if (!step) return undefined;
  const [x, y] = step;
  return bounded(
    shift ? { ...at, w: Math.min(COLUMNS - at.x, at.w + x), h: at.h + y } : { ...at, x: at.x + x, y: at.y + y },
  );
}
