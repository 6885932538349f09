import { useState, type KeyboardEvent, type RefObject } from 'react';
import { STATES, type State } from '../groups';

export interface Spot {
  row: number;
  column: number;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The keyboard of a grid (ARIA grid pattern): one cell in the tab order, arrows, Home and End walk; 1 to 5 and Delete choose. */
export function useGridKeys(
  grid: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
  onChoose: (spot: Spot, access: State | null) => void,
) {
  const [spot, setActive] = useState<Spot>({ row: 0, column: 0 });
  // What is filtered away is not walked to.
  const active = { row: Math.min(spot.row, rows - 1), column: Math.min(spot.column, columns - 1) };
  const go = (next: Spot) => {
    const to = {
      row: Math.max(0, Math.min(rows - 1, next.row)),
      column: Math.max(0, Math.min(columns - 1, next.column)),
    };
    setActive(to);
    grid.current?.querySelector<HTMLElement>(`[data-spot="${to.row} ${to.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).dataset['spot'];
    if (cell === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const [row = 0, column = 0] = cell.split(' ').map(Number);
    const step = STEPS[event.key];
    const state = STATES[Number(event.key) - 1];
    if (step) go({ row: row + step[0], column: column + step[1] });
    else if (event.key === 'Home') go({ row, column: 0 });
    else if (event.key === 'End') go({ row, column: columns - 1 });
    else if (state) onChoose({ row, column }, state);
    else if (event.key === 'Delete' || event.key === 'Backspace') onChoose({ row, column }, null);
    else return;
    event.preventDefault();
  };
  return { active, setActive, onKeyDown };
}
