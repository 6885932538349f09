import type { InventoryForm } from '../../api';

/** Kinds of data by which some form finds a person again, those of most forms first; `other` for what has no kind. */
export function identifyingKinds(forms: InventoryForm[]): string[] {
  const counts = new Map<string, number>();
  for (const field of forms.flatMap((form) => form.fields).filter(({ identifies }) => identifies)) {
    const kind = field.kind ?? 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([kind]) => kind);
}

/** When a record was made: the first 48 bits of its id are milliseconds since 1970 (UUIDv7, RFC 9562 5.7). */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}
