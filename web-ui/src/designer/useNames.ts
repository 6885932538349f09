import { useMemo } from 'react';
import { local } from '../i18n';
import type { Field } from '../schema';
import type { FeelName, FormDocument } from '../studio';
import { columnsOf, isElement, type Path } from './document/containers';
import { useDesigner } from './useDesigner';

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

/** What an expression at `path` may name: the form's fields, of a column those of its row first. */
export function namesOf(document: FormDocument, path?: Path): FeelName[] {
  const fields = document.fields.filter((entry): entry is Field => !isElement(entry));
  const [subform, column] = path?.split('.') ?? [];
  const row = column === undefined ? [] : columnsOf(fields.find((field) => field.key === subform));
  const name = (field: Field, prefix = ''): FeelName => ({
    name: prefix + field.key,
    type: feelType(field),
    title: local(field.title, field.key),
  });
  return [
    ...row.map((field) => name(field)),
    ...fields.filter((field) => !['look-up', 'roll-up'].includes(field.type)).map((field) => name(field)),
    ...fields.flatMap((field) => columnsOf(field).map((each) => name(each, `${field.key}.`))),
  ];
}

export function useNames(path?: Path): FeelName[] {
  const { document } = useDesigner();
  return useMemo(() => namesOf(document, path), [document, path]);
}
