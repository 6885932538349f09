import type { ListedRecord } from '../../api';
import type { Operator } from '../../fields';
import { local } from '../../i18n';
import { fieldOf, isProtected, may, type Field, type FormDefinition } from '../../schema';
import { operatorsFor, readableIn } from './operators';
import { askedOfSystem, systemField } from './systemFields';

/** A field that a condition can name, of the record itself, of the rows of a subform or of the records that a relation names. */
export interface Asked {
  path: string;
  field: Field;
  /** Of the whole path: `Company › Industry`. */
  title: string;
  operators: Operator[];
  /** False: it is searched, which is metered and logged. */
  readable: boolean;
}

/** What stands together in the list of fields. */
export interface AskedGroup {
  title: string;
  asked: Asked[];
}

/** The other forms that this reader may know, by their keys. */
export type RelatedForms = ReadonlyMap<string, FormDefinition>;

type Words = (key: string) => string;

/** Everything that one can ask of a form's records. */
export function askedOf(form: FormDefinition, related: RelatedForms, items: ListedRecord[], t: Words): AskedGroup[] {
  const own = form.fields.flatMap((field) => {
    const readable = readableIn(field, items);
    return readable || may(form, 'search') ? asked(field.key, field, local(field.title, field.key), readable) : [];
  });
  const system = askedOfSystem.flatMap((field) => asked(field.key, field, systemTitle(field.key, t), true));
  const beyond = form.fields.map((field) => ({
    title: local(field.title, field.key),
    asked: columnsOf(field, related, t).flatMap(({ key, column, title }) =>
      isProtected(column)
        ? []
        : asked(`${field.key}.${key}`, column, `${local(field.title, field.key)} › ${title}`, true),
    ),
  }));
  return [
    { title: t('filter.ownFields'), asked: own },
    ...beyond,
    { title: t('filter.systemFields'), asked: system },
  ].filter((group) => group.asked.length > 0);
}

/** What a path names; undefined while its form is not known, or for good. */
export function fieldAt(form: FormDefinition, related: RelatedForms, path: string): Field | undefined {
  const [step = '', key] = path.split('.');
  const field = fieldOf(form, step);
  if (key === undefined) return field ?? systemField(path);
  const columns = field?.fields ?? related.get(field?.form ?? '')?.fields ?? [];
  return columns.find((column) => column.key === key) ?? (field?.form ? systemField(key) : undefined);
}

export function titleAt(form: FormDefinition, related: RelatedForms, path: string, t: Words): string {
  const [step = '', key] = path.split('.');
  const field = fieldOf(form, step);
  if (!field) return systemField(path) ? systemTitle(path, t) : path;
  if (key === undefined) return local(field.title, step);
  const column = fieldAt(form, related, path);
  const title = systemField(key) === column ? systemTitle(key, t) : local(column?.title, key);
  return `${local(field.title, step)} › ${column ? title : t('filter.otherField')}`;
}

/** Keys of the forms that relations of this one lead to. */
export const relatedKeys = (form: FormDefinition, paths?: readonly string[]): string[] => [
  ...new Set(
    form.fields.flatMap(({ key, form: other, type }) =>
      other && leads(type) && (paths === undefined || paths.some((path) => path.startsWith(`${key}.`))) ? [other] : [],
    ),
  ),
];

const leads = (type: string): boolean => type === 'relation' || type === 'relations';

function columnsOf(field: Field, related: RelatedForms, t: Words): { key: string; column: Field; title: string }[] {
  const own = field.fields ?? (leads(field.type) ? (related.get(field.form ?? '')?.fields ?? []) : []);
  const columns = own.map((column) => ({ key: column.key, column, title: local(column.title, column.key) }));
  if (!field.form || !related.has(field.form) || !leads(field.type)) return columns;
  return [
    ...columns,
    ...askedOfSystem.map((column) => ({ key: column.key, column, title: systemTitle(column.key, t) })),
  ];
}

function asked(path: string, field: Field, title: string, readable: boolean): Asked[] {
  const operators = operatorsFor(field);
  return operators.length > 0 ? [{ path, field, title, operators, readable }] : [];
}

const systemTitle = (key: string, t: Words): string => t(`filter.system.${key}`);
