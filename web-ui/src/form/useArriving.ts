import { useMemo } from 'react';
import { keysWithin, type FormDefinition } from '../schema';
import { useGradually } from '../ui';

/** More than a tall screen holds, few enough to be drawn in a blink. */
const FIRST = 60;
const STEP = 120;

/** Of the fields shown those that are on the page by now. */
export function useArriving(form: FormDefinition, shown: Set<string>): Set<string> {
  const order = useMemo(() => form.layout.flatMap((block) => keysWithin(form, block.fields)), [form]);
  const arrived = useGradually(order.length, FIRST, STEP);
  return useMemo(
    () => (arrived === order.length ? shown : new Set(order.slice(0, arrived).filter((key) => shown.has(key)))),
    [arrived, order, shown],
  );
}
