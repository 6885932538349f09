import { useMemo } from 'react';
import { keysWithin, type FormDefinition } from '../schema';
import { useGradually } from '../ui';

/** More than a tall screen holds, few enough to be drawn in a blink. */
const FIRST = 40;
const STEP = 160;

interface Arriving {
  /** On the page by now. */
  shown: Set<string>;
  /** In sight at first, as far as one can tell before anything is measured. */
  first: ReadonlySet<string>;
}

/** Of the fields shown those that are on the page by now. */
export function useArriving(form: FormDefinition, shown: Set<string>): Arriving {
  const order = useMemo(() => form.layout.flatMap((block) => keysWithin(form, block.fields)), [form]);
  const first = useMemo(() => new Set(order.slice(0, FIRST)), [order]);
  const arrived = useGradually(order.length, FIRST, STEP);
  return useMemo(
    () => ({
      first,
      shown: arrived === order.length ? shown : new Set(order.slice(0, arrived).filter((key) => shown.has(key))),
    }),
    [arrived, order, shown, first],
  );
}
