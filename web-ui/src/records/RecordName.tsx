import { Link } from 'react-router';
import type { FormPlace, FormRecord } from '../api';
import { FieldCell } from '../fields';
import type { Field, FormDefinition } from '../schema';
import { recordAddress } from './usePlace';

/** The field that a record is known by in lists. */
export const namedBy = (form: FormDefinition): Field | undefined =>
  form.fields.find((field) => field.key === form.displayedBy) ?? form.fields[0];

/** What a record is known by, in plain text; a withheld name by its mask, none at all as an empty text. */
export function nameOf(form: FormDefinition, record: FormRecord): string {
  const field = namedBy(form);
  const value: unknown = field ? record.data[field.key] : undefined;
  if (typeof value === 'string') return value;
  const masked = (value as { masked?: unknown } | null | undefined)?.masked;
  return typeof masked === 'string' ? masked : '';
}

/** A record by its name, as a link to it. */
export function RecordName({ place, form, record }: { place: FormPlace; form: FormDefinition; record: FormRecord }) {
  const field = namedBy(form);
  return (
    <Link className="jm-record-name" to={recordAddress(place, record.id)}>
      {field ? <FieldCell field={field} value={record.data[field.key]} context={{ place }} /> : record.id}
    </Link>
  );
}
