import { fieldType } from '../../fields';
import { fieldOf, keysWithin, levelOf, type Field, type FormDefinition } from '../../schema';

const MOST = 8;

/** A view's columns, else the first useful ones of the form; what is withheld from everybody is no use in a table. */
export function columnsOf(form: FormDefinition, keys: readonly string[] | null | undefined): Field[] {
  const named = (keys ?? []).flatMap((key) => {
    const field = fieldOf(form, key);
    return field ? [field] : [];
  });
  if (named.length > 0) return named;
  const inOrder = form.layout
    .flatMap((section) => keysWithin(form, section.fields))
    .flatMap((key) => fieldOf(form, key) ?? []);
  return inOrder
    .filter(
      (field) => fieldType(field.type).listed && !field.hidden && !['sensitive', 'secret'].includes(levelOf(field)),
    )
    .slice(0, MOST);
}
