import { useState } from 'react';
import { Problem, type Finding, type RecordData } from '../api';
import { findingsOf, isEmpty, sameValue, wireValue } from '../fields';
import { fieldOf, isMasked, isReplace, type FormDefinition, type Live } from '../schema';

/** What a person has typed over a record: changed fields only, so that a newer record can be slid in below. */
export interface Draft {
  changes: RecordData;
  set: (key: string, value: unknown) => void;
  clear: () => void;
  dirty: boolean;
}

export function useDraft(form: FormDefinition, base: RecordData): Draft {
  const [changes, setChanges] = useState<RecordData>({});
  const set = (key: string, value: unknown) =>
    setChanges((before) => {
      const field = fieldOf(form, key);
      const undone = field && (sameValue(field, value, base[key]) || (isMasked(value) && isMasked(base[key])));
      const others = Object.fromEntries(Object.entries(before).filter(([name]) => name !== key));
      return undone ? others : { ...others, [key]: value };
    });
  return { changes, set, clear: () => setChanges({}), dirty: Object.keys(changes).length > 0 };
}

/** The body of a save: changed fields that are shown and typed by people, in their wire form. */
export function draftBody(form: FormDefinition, changes: RecordData, live: Live): RecordData {
  return Object.fromEntries(
    Object.entries(changes).flatMap(([key, value]): [string, unknown][] => {
      const field = fieldOf(form, key);
      if (!field || field.formula || !live.shown.has(key)) return [];
      const wire = wireValue(field, value);
      return wire === undefined ? [] : [[key, wire]];
    }),
  );
}

export type FieldErrors = Record<string, Finding[]>;

/** Everything that the server would refuse and that can be known here, by field. */
export function draftErrors(form: FormDefinition, data: RecordData, live: Live, only?: Set<string>): FieldErrors {
  const errors: FieldErrors = {};
  const add = (key: string, finding: Finding) => (errors[key] = [...(errors[key] ?? []), finding]);
  for (const field of form.fields) {
    if (!live.shown.has(field.key) || (only && !only.has(field.key))) continue;
    const value = data[field.key];
    const plain = isReplace(value) ? value.replace : value;
    if (live.required.has(field.key) && !isMasked(plain) && isEmpty(plain)) add(field.key, { code: 'field.required' });
    for (const finding of findingsOf(field, value)) add(field.key, finding);
  }
  for (const finding of live.findings) add(fieldOfPointer(finding.pointer), finding);
  return errors;
}

/** A refused save's findings by field; those without a field stand under the empty key. */
export function problemErrors(problem: unknown): FieldErrors {
  if (!(problem instanceof Problem)) return {};
  const errors: FieldErrors = {};
  for (const finding of problem.errors) {
    const key = fieldOfPointer(finding.pointer);
    errors[key] = [...(errors[key] ?? []), finding];
  }
  return errors;
}

/** `/data/mobile/replace` and `/data/deals/0/price` both belong to their first field. */
function fieldOfPointer(pointer: string | undefined): string {
  const parts = (pointer ?? '').split('/').slice(1);
  return (parts[0] === 'data' ? parts[1] : parts[0]) ?? '';
}
