import type { Field } from '../../schema';
import type { FormDocument } from '../../studio';
import { columnsOf, isElement, type Path } from './containers';
import { linkedRenamed, NOBODYS, type Theirs } from './linked';
import { expressionsOf } from './references';

/** Where expressions name a field: those that would be left behind without it. */
export interface Uses {
  /** Fields and columns that are computed, begin with or are required by it. */
  fields: Field[];
  /** Rules whose condition, check or values name it. */
  rules: number;
  /** Permission groups whose records hang on it, and views that filter by it. */
  groups: number;
  views: number;
}

/** Where a field or a column is named by the expressions of others. What merely lists it, such as the layout, forgets it by itself. */
export function usesOf(document: FormDocument, path: Path, theirs: Theirs = NOBODYS): Uses {
  const [key = '', column] = path.split('.');
  const names = (text: unknown) => typeof text === 'string' && named(text, path);
  const whole = document.fields.filter((entry): entry is Field => !isElement(entry));
  // In its own rows a column is named without its subform.
  const beside = column === undefined ? [] : columnsOf(whole.find((field) => field.key === key));
  const others = whole.filter((field) => field.key !== key).flatMap((field) => [field, ...columnsOf(field)]);
  return {
    fields: [
      ...beside.filter(
        (field) => field.key !== column && reads(field, (text) => named(text, column ?? '') || names(text)),
      ),
      ...others.filter(
        (field) =>
          reads(field, names) ||
          field.through === path ||
          linkedRenamed(field, document.key, theirs, path, '') !== field,
      ),
    ],
    rules: (document.rules ?? []).filter(({ when, check, set }) =>
      [when, check, ...Object.values(set ?? {})].some(names),
    ).length,
    groups: (document.permissionGroups ?? []).filter(({ scope, writeScope }) => [scope, writeScope].some(names)).length,
    views: (document.views ?? []).filter(({ filter }) => names(filter)).length,
  };
}

function reads(field: Field, names: (text: string) => boolean): boolean {
  let found = false;
  expressionsOf(field, (text) => {
    found ||= names(text);
    return text;
  });
  return found;
}

/** Whether an expression names this, outside its texts. */
const named = (text: string, path: Path) =>
  new RegExp(`(?<![\\w.])${path.replace('.', '\\.')}(?!\\w)`).test(text.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
