import { startTransition, useEffect, useMemo, useState } from 'react';
import { keysWithin, type FormDefinition } from '../schema';

/** More than a tall screen holds, few enough to be drawn in a blink. */
const FIRST = 60;
const STEP = 120;

/**
 * Of the fields shown those that are on the page by now: the first ones at once, so that the form can be read and filled in, the others behind
 * them, a stretch at a time, without holding a key press up.
 */
export function useArriving(form: FormDefinition, shown: Set<string>): Set<string> {
  const order = useMemo(() => form.layout.flatMap((block) => keysWithin(form, block.fields)), [form]);
  const [arrived, setArrived] = useState(FIRST);
  const whole = arrived >= order.length;
  useEffect(() => {
    if (!whole) startTransition(() => setArrived(arrived + STEP));
  }, [whole, arrived]);
  return useMemo(
    () => (whole ? shown : new Set(order.slice(0, arrived).filter((key) => shown.has(key)))),
    [whole, arrived, order, shown],
  );
}
