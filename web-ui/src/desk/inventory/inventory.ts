import type { InventoryField, InventoryForm } from '../../api';
import type { Field } from '../../schema';

/** What the page may be narrowed to; all of it stands in the address. */
export interface Narrowing {
  level?: string | undefined;
  form?: string | undefined;
  purpose?: string | undefined;
  /** Only fields of which something is not said. */
  gaps?: boolean | undefined;
}

export type Gap = 'purpose' | 'basis' | 'retention' | 'kind';

/** What a definition does not say of a field though it should: of sensitive ones the lawful basis too (PIPL 28, 29). */
export function gapsOf(form: InventoryForm, field: InventoryField): Gap[] {
  const gaps: Gap[] = [];
  if (field.encrypted && field.purposes.length === 0) gaps.push('purpose');
  if (['sensitive', 'secret'].includes(field.level) && field.lawfulBasis === null) gaps.push('basis');
  if (field.retention === null && form.retention === null && field.kept) gaps.push('retention');
  if (field.encrypted && field.kind === null) gaps.push('kind');
  return gaps;
}

/** The forms and fields that are left; forms without any go. */
export function narrowed(forms: InventoryForm[], by: Narrowing): InventoryForm[] {
  return forms
    .filter(({ form }) => !by.form || form === by.form)
    .map((form) => ({
      ...form,
      fields: form.fields.filter(
        (field) =>
          (!by.level || field.level === by.level) &&
          (!by.purpose || field.purposes.includes(by.purpose)) &&
          (!by.gaps || gapsOf(form, field).length > 0),
      ),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Purposes that some field names, with the fields that do. */
export function usesOf(forms: InventoryForm[]): Map<string, { form: InventoryForm; field: InventoryField }[]> {
  const uses = new Map<string, { form: InventoryForm; field: InventoryField }[]>();
  for (const form of forms)
    for (const field of form.fields)
      for (const purpose of field.purposes) uses.set(purpose, [...(uses.get(purpose) ?? []), { form, field }]);
  return uses;
}

/** Enough of a field for its title and ring. */
export function asField({ field, type, title, level }: InventoryField): Field {
  return { key: field, type, title, sensitivity: { level } };
}

/**
 * Rows as a file of comma-separated values (RFC 4180) that spreadsheets read as UTF-8. What would start a formula there is led by an
 * apostrophe (OWASP, CSV injection).
 */
export function csv(rows: string[][]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}
