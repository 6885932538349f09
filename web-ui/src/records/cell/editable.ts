import type { FormRecord } from '../../api';
import { fieldType } from '../../fields';
import { isMasked, may, type Field, type FormDefinition } from '../../schema';

/** Need more room than a cell has beside it; they are edited on the record's page. */
const ROOMY = new Set(['subform', 'file', 'image', 'signature', 'consent', 'rich-text', 'geo', 'address']);

/** Whether this reader may change this value right in the table: it is his to edit and in clear, people set it, and no approval holds the record. */
export function editableHere(form: FormDefinition, field: Field, record: FormRecord): boolean {
  const type = fieldType(field.type);
  return (
    may(form, 'update') &&
    record.access?.[field.key] === 'edit' &&
    !isMasked(record.data[field.key]) &&
    !record.withdrawn?.includes(field.key) &&
    !field.readOnly &&
    field.formula === undefined &&
    !field.computed &&
    !type.generated &&
    type.type !== 'unknown' &&
    !ROOMY.has(field.type) &&
    record.workflow?.status !== 'running'
  );
}
