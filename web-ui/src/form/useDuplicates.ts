import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, formPath, type DuplicateItem, type FormPlace } from '../api';
import { fieldType, findingsOf, wireValue } from '../fields';
import { isMasked, isProtected, isReplace, type Field, type FormDefinition } from '../schema';

export interface Asker {
  place: FormPlace;
  form: FormDefinition;
  /** The record being edited; it is no duplicate of itself. */
  record: string | undefined;
}

/**
 * Whether other records hold what was typed into a comparable field, asked when the field is left: each question counts against a budget and is logged,
 * so none is asked of half a number. What was asked about before is known for a minute.
 */
export function useDuplicates({ place, record }: Asker, field: Field, value: unknown, original: unknown) {
  const [left, setLeft] = useState<string>();
  const typed = JSON.stringify(typedValue(field, value, original) ?? null);
  const asking = typed !== 'null';
  const answer = useQuery({
    queryKey: [formPath(place), 'duplicates', field.key, left, record],
    queryFn: ({ signal }) =>
      call<{ items: DuplicateItem[] }>(`${formPath(place)}/records/duplicates`, {
        method: 'POST',
        body: { data: { [field.key]: JSON.parse(left ?? 'null') as unknown }, ...(record ? { except: record } : {}) },
        signal,
      }),
    enabled: asking && left === typed,
    staleTime: 60_000,
    retry: false,
  });
  return {
    found: asking && left === typed ? answer.data?.items[0] : undefined,
    leave: () => (asking ? setLeft(typed) : undefined),
  };
}

/** The right has to be told: what is not offered is not tried. */
export function comparable(form: FormDefinition, field: Field): boolean {
  if (!form.actions?.includes('duplicates') || field.formula || fieldType(field.type).generated) return false;
  return field.unique === true || (isProtected(field) && (field.sensitivity?.search ?? []).includes('exact'));
}

/** What was typed and could be stored; undefined when nothing was. */
function typedValue(field: Field, value: unknown, original: unknown): unknown {
  const plain = isReplace(value) ? value.replace : value;
  if (isMasked(plain) || findingsOf(field, plain).length > 0) return undefined;
  const wire = wireValue(field, plain);
  return JSON.stringify(wire) === JSON.stringify(wireValue(field, original)) ? undefined : wire;
}
