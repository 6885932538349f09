import { local } from '../../i18n';
import type { Field } from '../../schema';
import type { FeelName } from './names';

const TYPES: Record<string, string> = {
  number: 'number',
  money: 'number',
  percent: 'number',
  rating: 'number',
  switch: 'boolean',
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
  duration: 'duration',
  subform: 'list',
  'multi-choice': 'list',
  tags: 'list',
  cascade: 'list',
  members: 'list',
  departments: 'list',
  relations: 'list',
};

/** The type of a field's value in expressions. */
export const feelType = (field: Field): string =>
  TYPES[field.type === 'formula' ? (field.of ?? 'number') : field.type] ?? 'string';

const NO_ROW: readonly Field[] = [];

/** What an expression over a record may name: its fields and the columns of its subforms; before them the columns of a row it stands in. */
export function fieldNames(fields: readonly Field[], row: readonly Field[] = NO_ROW): FeelName[] {
  const name = (field: Field, prefix = ''): FeelName => ({
    name: prefix + field.key,
    type: feelType(field),
    title: local(field.title, field.key),
  });
  const columns = (field: Field) => (field.type === 'subform' ? (field.fields ?? []) : []);
  return [
    ...row.map((field) => name(field)),
    ...fields.filter((field) => !['look-up', 'roll-up'].includes(field.type)).map((field) => name(field)),
    ...fields.flatMap((field) => columns(field).map((each) => name(each, `${field.key}.`))),
  ];
}
