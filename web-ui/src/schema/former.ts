import type { Field, FormDefinition } from './form';

export interface Captured {
  form: FormDefinition;
  /** Fields that are no longer in the form: their values stay sealed and are not served. */
  gone: ReadonlySet<string>;
}

/**
 * A former version to read a record by: its titles, options, blocks and rules. Values are those of today, so a field that has another type
 * now is shown as that, and the level that holds now is the one that is marked.
 *
 * @param goneColumn the title of a subform's column that is no longer there
 */
export function asCaptured(
  today: FormDefinition,
  former: FormDefinition,
  goneColumn: (field: Field) => string,
): Captured {
  const known = new Map(today.fields.map((field) => [field.key, field]));
  return {
    form: { ...former, fields: former.fields.map((field) => merged(field, known.get(field.key), goneColumn)) },
    gone: new Set(former.fields.filter(({ key }) => !known.has(key)).map(({ key }) => key)),
  };
}

function merged(then: Field, now: Field | undefined, goneColumn: (field: Field) => string): Field {
  if (!now) return then;
  if (now.type !== then.type) return titled(now, then);
  const sealed = now.sensitivity ? { ...then, sensitivity: now.sensitivity } : then;
  if (!then.fields) return sealed;
  const columns = new Map((now.fields ?? []).map((column) => [column.key, column]));
  return {
    ...sealed,
    fields: then.fields.map((column) =>
      columns.has(column.key)
        ? merged(column, columns.get(column.key), goneColumn)
        : { ...column, title: goneColumn(column) },
    ),
  };
}

function titled(field: Field, { title }: Field): Field {
  return title === undefined ? field : { ...field, title };
}
