import dayjs from 'dayjs';
import { wireOperand } from '../../fields';
import { fieldOf, isProtected, type Field, type FormDefinition } from '../../schema';
import { operatorsFor } from '../filter/operators';
import { systemFields } from '../filter/systemFields';

/** What a list is ordered by first, where one can go to a value of it. */
export interface Order {
  field: Field;
  descending: boolean;
}

/** Undefined for orders in which "go to" says nothing: those of options, switches, what is computed. */
export function orderedBy(form: FormDefinition, sort: string | undefined): Order | undefined {
  const key = sort?.replace(/^-/, '');
  const field = systemFields.find((each) => each.key === key) ?? (key ? fieldOf(form, key) : undefined);
  if (!field || isProtected(field)) return undefined;
  const operators = operatorsFor(field);
  const descending = sort?.startsWith('-') ?? false;
  return operators.includes('gte') || operators.includes('startsWith') ? { field, descending } : undefined;
}

/** The value as it is sent. A day chosen for a point in time is all of it, in the reader's zone. */
export function askedFrom({ field, descending }: Order, value: unknown): unknown {
  if (!systemFields.includes(field)) return wireOperand(field, value);
  const day = dayjs(String(value));
  return (descending ? day.endOf('day') : day.startOf('day')).toISOString();
}
