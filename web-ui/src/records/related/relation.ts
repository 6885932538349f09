import { fieldType } from '../../fields';
import type { Filter, FormPlace, RelatedList } from '../../api';
import { fieldOf, type FormDefinition } from '../../schema';
import { listSearch } from '../list/useListState';
import { listAddress } from '../usePlace';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const placeOf = (tenant: string, { app, form }: RelatedList): FormPlace => ({ tenant, app, form });

/** Of the records of a list, those that point at this one. */
export function pointingAt({ field, many }: RelatedList, id: string): Filter {
  return many ? { field, op: 'in', value: [id] } : { field, op: 'eq', value: id };
}

/** The whole list of the other form, under the same condition as one could have set it there. */
export function wholeList(tenant: string, list: RelatedList, id: string): string {
  const { field, many } = list;
  const condition = many ? ({ op: 'in', value: [{ id }] } as const) : ({ op: 'eq', value: { id } } as const);
  return listAddress(placeOf(tenant, list)) + listSearch([{ field, ...condition }]);
}

/** A new record of the other form that points here. */
export function newPointing(tenant: string, list: RelatedList, id: string): string {
  return `${listAddress(placeOf(tenant, list))}/new?to=${encodeURIComponent(`${list.field}:${id}`)}`;
}

/** What such an address fills in; nothing that is no relation of the form. */
export function pointingFrom(
  form: FormDefinition,
  text: string | null,
): { key: string; form: string; id: string } | undefined {
  const [key = '', id = ''] = (text ?? '').split(':');
  const field = fieldOf(form, key);
  return field && isRelation(field.type) && field.form && ID.test(id) ? { key, form: field.form, id } : undefined;
}

export function pointer(form: FormDefinition, key: string, id: string): unknown {
  const field = fieldOf(form, key);
  return field && fieldType(field.type).many ? [{ id }] : { id };
}

const isRelation = (type: string) => type === 'relation' || type === 'relations';
