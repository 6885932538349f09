import type { Filter, FormRecord, RecordQuery, SavedView } from '../../api';
import { fieldType } from '../../fields';
import { fieldOf, may, type Field, type FormDefinition } from '../../schema';
import { bothOf } from '../views/view';

/** A column of a board: an option of the choice, or null for records without one. */
export type ColumnValue = string | null;

/** The options in the designer's order, then what has none. */
export const columnsOfBoard = (field: Field): ColumnValue[] => [
  ...(fieldType(field.type).columnsOf?.(field) ?? []),
  null,
];

/** The query of one column: the view's, and the value of the choice. */
export function columnQuery(query: RecordQuery, key: string, value: ColumnValue, fields: string[]): RecordQuery {
  const own: Filter = value === null ? { field: key, op: 'isEmpty' } : { field: key, op: 'eq', value };
  return { ...query, filter: bothOf(query.filter, own) ?? own, fields };
}

/** Whether this reader may move this record: his access to the choice on it, nobody but people sets it, and no approval holds it. */
export function movable(form: FormDefinition, field: Field, record: FormRecord): boolean {
  return (
    may(form, 'update') &&
    record.access?.[field.key] === 'edit' &&
    !field.readOnly &&
    field.formula === undefined &&
    record.workflow?.status !== 'running'
  );
}

/** The choice that a board is laid out by; undefined where this reader does not have it as one. */
export function boardField(form: FormDefinition, view: SavedView): Field | undefined {
  const field = view.kind === 'kanban' && view.groupBy ? fieldOf(form, view.groupBy) : undefined;
  return field && fieldType(field.type).columnsOf ? field : undefined;
}
