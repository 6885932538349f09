import type { Field } from '../../schema';

/** Keys of the published fields of another form; undefined while they are not known. */
export type Theirs = (form: string) => ReadonlySet<string> | undefined;

export const NOBODYS: Theirs = () => undefined;

/** Which record of which form, and what of it. */
export interface Linkage {
  form: string;
  where: string;
  field: string;
}

export const linkageOf = (field: Field): Linkage | undefined =>
  (field.default as { linkage?: Linkage } | null | undefined)?.linkage;

/**
 * The default that a field takes from another form, after a field of its own form has got another key; the same object where it does not
 * name that. A bare name in its condition is the other form's where that has one, `record.` is always this form's.
 */
export function linkedRenamed(field: Field, own: string, theirs: Theirs, from: string, to: string): Field {
  const linkage = linkageOf(field);
  if (!linkage) return field;
  const itself = linkage.form === own;
  const known = theirs(linkage.form);
  const bare = () => {
    if (itself) return to;
    if (!known || known.has(from)) return from;
    return known.has(to) ? `record.${to}` : to;
  };
  const where = linkage.where.replace(/"(?:[^"\\]|\\.)*"|(?<![\w.])(?:record\.)?[A-Za-z_]\w*/g, (name) => {
    if (name === `record.${from}`) return `record.${to}`;
    return name === from ? bare() : name;
  });
  const read = itself && linkage.field === from ? to : linkage.field;
  if (where === linkage.where && read === linkage.field) return field;
  return { ...field, default: { linkage: { ...linkage, where, field: read } } };
}
