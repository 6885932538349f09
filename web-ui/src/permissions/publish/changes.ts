import type { Field, Level } from '../../schema';
import type { FormDocument } from '../../studio';
import { draftLevel, fieldsOf } from '../groups';

/** What becomes of a field by the next version. */
export interface FieldChange {
  field: Field;
  kind: 'added' | 'removed' | 'type' | 'level';
  from?: string;
  to?: string;
}

/** How the fields of a draft differ from those of the version that counts; columns of subforms by their path. */
export function fieldChanges(before: FormDocument | undefined, after: FormDocument): FieldChange[] {
  const old = new Map((before ? flat(fieldsOf(before)) : []).map((field) => [field.key, field]));
  const now = flat(fieldsOf(after));
  const changes = now.flatMap<FieldChange>((field) => {
    const was = old.get(field.key);
    old.delete(field.key);
    return was ? changed(was, field) : [{ field, kind: 'added' }];
  });
  return [...changes, ...[...old.values()].map((field): FieldChange => ({ field, kind: 'removed' }))];
}

function changed(was: Field, field: Field): FieldChange[] {
  if (was.type !== field.type) return [{ field, kind: 'type', from: was.type, to: field.type }];
  const [from, to]: [Level, Level] = [draftLevel(was), draftLevel(field)];
  return from === to ? [] : [{ field, kind: 'level', from, to }];
}

const flat = (fields: Field[], parent = ''): Field[] =>
  fields.flatMap((field) => [
    { ...field, key: parent + field.key },
    ...flat(field.fields ?? [], `${parent}${field.key}.`),
  ]);

/** What the server adds to a definition when it tells it: not of the document's making. */
const TOLD = ['compiled', 'actions', 'replace', 'version', '$schema'];

/** A told definition as its designer wrote it, near enough to be compared: levels stand everywhere, blocks as they are shown. */
export function comparable(document: Record<string, unknown>): Record<string, unknown> {
  const empty = (part: unknown) => Array.isArray(part) && part.length === 0;
  const left = Object.fromEntries(
    Object.entries(document).filter(([name, part]) => !TOLD.includes(name) && !empty(part)),
  );
  return { ...left, fields: ((left['fields'] ?? []) as Field[]).map(levelled) };
}

function levelled(field: Field): Field {
  const told = Object.fromEntries(
    Object.entries(field).filter(([name]) => name !== 'result' && name !== 'computed'),
  ) as unknown as Field;
  if (['section', 'tabs', 'note'].includes(field.type)) return told;
  return {
    ...told,
    sensitivity: { ...field.sensitivity, level: draftLevel(field) },
    ...(field.fields ? { fields: field.fields.map(levelled) } : {}),
  };
}
