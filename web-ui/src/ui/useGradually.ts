import { startTransition, useEffect, useState } from 'react';

/**
 * How many of a long list are on the page by now: the first ones at once, so that they can be read and used, the others behind them, a
 * stretch at a time, without holding a key press up.
 */
export function useGradually(count: number, first: number, step: number): number {
  const [arrived, setArrived] = useState(first);
  const whole = arrived >= count;
  useEffect(() => {
    if (!whole) startTransition(() => setArrived(arrived + step));
  }, [whole, arrived, step]);
  return whole ? count : arrived;
}
