import { useMemo } from 'react';
import type { Field } from '../schema';
import { fieldNames, type FeelName, type FormDocument } from '../studio';
import { columnsOf, isElement, type Path } from './document/containers';
import { useDesigner } from './useDesigner';

/** What an expression at `path` may name: the form's fields, of a column those of its row first. */
export function namesOf(document: FormDocument, path?: Path): FeelName[] {
  const fields = document.fields.filter((entry): entry is Field => !isElement(entry));
  const [subform, column] = path?.split('.') ?? [];
  return fieldNames(fields, column === undefined ? [] : columnsOf(fields.find((field) => field.key === subform)));
}

export function useNames(path?: Path): FeelName[] {
  const { document } = useDesigner();
  return useMemo(() => namesOf(document, path), [document, path]);
}
