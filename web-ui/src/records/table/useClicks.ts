import { useEffect, useRef, type MouseEvent } from 'react';
import type { FormRecord } from '../../api';
import { useLatest } from '../../form';
import type { Field, FormDefinition } from '../../schema';
import { editableHere } from '../cell/editable';

/** As long as a second click may take to make a double one, in milliseconds. */
const SECOND = 250;

/** A click on a row opens its record; on a value that can be changed right there it waits whether it becomes a double click. */
export function useClicks(
  form: FormDefinition,
  fields: readonly Field[],
  before: number,
  open: (event: MouseEvent, record: FormRecord) => void,
): (event: MouseEvent, record: FormRecord) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useLatest((event: MouseEvent, record: FormRecord) => {
    clearTimeout(timer.current);
    const target = event.target instanceof Element ? event.target : undefined;
    // What a portal shows is clicked through to the row in React's tree, and is none of it.
    if (!target || !event.currentTarget.contains(target)) return;
    if (target.closest('label, button, input, .jm-choose, .jm-editing') || event.detail > 1) return;
    if (window.getSelection()?.toString()) return;
    const column = Number(target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split('/')[1]);
    const field = fields[column - before];
    if (field && editableHere(form, field, record)) timer.current = setTimeout(() => open(event, record), SECOND);
    else open(event, record);
  });
}
