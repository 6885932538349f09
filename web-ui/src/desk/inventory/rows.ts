import type { InventoryForm } from '../../api';
import { local, type useText } from '../../i18n';
import type { Words } from './useWords';

const COLUMNS = [
  'form',
  'field',
  'level',
  'kind',
  'purposes',
  'basis',
  'retention',
  'storage',
  'mask',
  'search',
  'sight',
  'gaps',
] as const;

/** The inventory as rows of a file, in the words of the page; the first names the columns. */
export function rowsOf(forms: InventoryForm[], words: Words, t: ReturnType<typeof useText>): string[][] {
  const joined = (parts: string[]) => parts.filter(Boolean).join('; ');
  return [
    COLUMNS.map((name) => t(`desk.inventory.column.${name}`)),
    ...forms.flatMap((form) =>
      form.fields.map((field) => [
        local(form.title, form.form),
        local(field.title, field.field),
        words.level(field),
        words.kind(field),
        words.purposes(field),
        words.basis(field),
        words.retention(form, field),
        words.storage(field),
        words.mask(field),
        joined(field.search.map((one) => `${words.mode(one)} (${words.leak(one)})`)),
        joined(field.sight.map((one) => [words.seen(one), words.leaves(one)].filter(Boolean).join(', '))),
        joined(words.gaps(form, field)),
      ]),
    ),
  ];
}
