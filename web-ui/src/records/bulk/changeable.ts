import type { FormRecord } from '../../api';
import type { Field, FormDefinition } from '../../schema';

/** Rows and files belong to one record; numbers and formulas are nobody's to type. */
const OF_ONE = new Set(['subform', 'file', 'image', 'signature', 'serial', 'consent', 'look-up', 'roll-up', 'formula']);

interface Unique {
  unique?: boolean;
}

/** Fields that can be given the same value in all of these records by this reader. */
export function changeable(form: FormDefinition, records: FormRecord[]): Field[] {
  const unread = replaced(form, records);
  return form.fields.filter(
    (field) =>
      !OF_ONE.has(field.type) &&
      !field.formula &&
      !field.readOnly &&
      !field.hidden &&
      !((field as Unique).unique ?? false) &&
      (unread.has(field.key) || records.every((record) => record.access[field.key] === 'edit')),
  );
}

/** Fields that are withheld in some of these records and may be overwritten there. */
export function replaced(form: FormDefinition, records: FormRecord[]): Set<string> {
  const may = new Set(form.replace ?? []);
  return new Set(
    form.fields
      .map((field) => field.key)
      .filter(
        (key) =>
          may.has(key) &&
          records.some((record) => ['masked', 'reveal', 'read'].includes(record.access[key] ?? '')) &&
          records.every((record) => record.access[key] !== undefined),
      ),
  );
}
