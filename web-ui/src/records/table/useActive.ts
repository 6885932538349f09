import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import type { Standing } from './standing';
import type { Scroller } from './useScroller';

/** A cell of the table, the column of boxes counted where there is one. */
export interface Place {
  row: number;
  column: number;
}

export interface Active extends Place {
  /** Whether the keyboard is in the table now. */
  held: boolean;
}

interface Props {
  table: RefObject<HTMLTableElement | null>;
  rows: number;
  columns: number;
  scroller: Scroller;
  shape: string;
  /** Where one stood in it before: the focus goes back there. */
  before: Standing | undefined;
}

/** The one cell that Tab stops at, and the keys that move it. The row that has the focus stays drawn wherever it is scrolled to. */
export function useActive({ table, rows, columns, scroller, shape, before }: Props) {
  const [kept, setKept] = useState<Active & { shape: string }>(before ?? { shape, row: 0, column: 0, held: false });
  const active = kept.shape === shape ? kept : { ...kept, row: 0 };
  const focusing = useRef(false);
  const returning = useRef(before?.held ?? false);
  const column = Math.min(active.column, columns - 1);
  const row = Math.min(active.row, Math.max(0, rows - 1));

  useEffect(() => {
    if (!returning.current) return;
    // The row may still be on its way; who has gone elsewhere meanwhile is left there.
    const elsewhere = !document.activeElement?.contains(table.current);
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`);
    if (cell && !elsewhere) cell.focus({ preventScroll: true });
    returning.current = !cell && !elsewhere;
  });
  useEffect(() => {
    if (!focusing.current) return;
    focusing.current = false;
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}/${column}"]`)?.focus();
  });
  const go = (to: Place) => {
    const next = {
      row: Math.max(0, Math.min(to.row, rows - 1)),
      column: Math.max(0, Math.min(to.column, columns - 1)),
    };
    focusing.current = true;
    scroller.show(next.row);
    setKept({ ...next, shape, held: true });
  };
  const onKeyDown = (event: KeyboardEvent, at: Place): boolean => {
    const step = stepOf(event, at, rows, columns, scroller.page());
    if (!step) return false;
    event.preventDefault();
    go(step);
    return true;
  };
  const onFocus = (event: FocusEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    if (place.row !== row || place.column !== column || !kept.held) setKept({ ...place, shape, held: true });
  };
  const onBlur = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setKept({ row, column, shape, held: false });
  };
  return { active: { row, column, held: active.held && kept.shape === shape }, go, onKeyDown, onFocus, onBlur };
}

/** The cell that something stands in; undefined outside the rows. */
export function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
  const [row, column] = (cell?.dataset['cell'] ?? '').split('/').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
}

function stepOf(event: KeyboardEvent, { row, column }: Place, rows: number, columns: number, page: number) {
  const whole = event.ctrlKey || event.metaKey;
  if (event.altKey || event.shiftKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return { row: whole ? rows - 1 : row + 1, column };
    case 'ArrowUp':
      return { row: whole ? 0 : row - 1, column };
    case 'ArrowRight':
      return { row, column: whole ? columns - 1 : column + 1 };
    case 'ArrowLeft':
      return { row, column: whole ? 0 : column - 1 };
    case 'PageDown':
      return { row: row + page, column };
    case 'PageUp':
      return { row: row - page, column };
    case 'Home':
      return { row: whole ? 0 : row, column: 0 };
    case 'End':
      return { row: whole ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}
