import { useState } from 'react';
import type { FormRecord } from '../../api';
import { useLatest } from '../../form';
import type { Field, FormDefinition } from '../../schema';
import { editableHere } from '../cell/editable';

/** The cell whose value is being changed. */
export interface Editing {
  id: string;
  field: string;
  row: number;
  column: number;
}

interface Props {
  form: FormDefinition;
  fields: readonly Field[];
  /** Columns before those of fields. */
  before: number;
  shape: string;
  /** Where the keyboard goes when it is over. */
  onEnd: (row: number, column: number) => void;
  onRefused: () => void;
}

/** Which cell is open for changing; one at a time. */
export function useEditing({ form, fields, before, shape, onEnd, onRefused }: Props) {
  const [kept, setKept] = useState<Editing & { shape: string }>();
  const editing: Editing | undefined = kept?.shape === shape ? kept : undefined;
  const start = useLatest((record: FormRecord, row: number, column: number, otherwise?: () => void) => {
    const field = fields[column - before];
    if (field && editableHere(form, field, record)) setKept({ id: record.id, field: field.key, row, column, shape });
    else if (otherwise) otherwise();
    else onRefused();
  });
  const end = useLatest((on: boolean) => {
    if (!editing) return;
    setKept(undefined);
    onEnd(editing.row, editing.column + (on ? 1 : 0));
  });
  return { editing, start, end };
}
