import dayjs from 'dayjs';
import type { Filter } from '../../api';
import { isEmpty, wireOperand, type Operator } from '../../fields';
import { fieldOf, type Field, type FormDefinition } from '../../schema';
import { asEdited, operandOf, takesValue } from './operators';
import { isGroup, ready, type Condition, type Group, type Part } from './parts';
import { isTime, systemField } from './systemFields';

/** The filter as it is sent. */
export function toFilter(form: FormDefinition, parts: readonly Part[]): Filter | undefined {
  const sent = ready(parts).map((part) => toPart(form, part));
  return sent.length > 1 ? { and: sent } : sent[0];
}

function toPart(form: FormDefinition, part: Part): Filter {
  return isGroup(part) ? toGroup(form, part) : toComparison(form, part);
}

function toGroup(form: FormDefinition, { match, parts }: Group): Filter {
  const sent = parts.map((part) => toPart(form, part));
  const [only] = sent;
  const joined: Filter = sent.length === 1 && only ? only : match === 'all' ? { and: sent } : { or: sent };
  return match === 'none' ? { not: joined } : joined;
}

/** Half a range becomes a one-sided comparison. */
function toComparison(form: FormDefinition, { field: path, op, value }: Condition): Filter {
  if (!takesValue(op)) return { field: path, op };
  if (isTime(path)) return timeComparison(path, op, value);
  const field = known(form, path);
  const wire = (plain: unknown) =>
    op === 'last4' ? plain : field ? wireOperand(field, asEdited(field, plain)) : named(plain);
  if (op === 'between' && Array.isArray(value)) {
    const [low, high] = value as [unknown, unknown];
    if (isEmpty(low)) return { field: path, op: 'lte', value: wire(high) };
    if (isEmpty(high)) return { field: path, op: 'gte', value: wire(low) };
    return { field: path, op, value: [wire(low), wire(high)] };
  }
  if ((op === 'in' || op === 'notIn') && !(field && operandOf(field).many)) {
    return { field: path, op, value: (Array.isArray(value) ? value : [value]).map(wire) };
  }
  return { field: path, op, value: wire(value) };
}

/** A field of the form, of its rows, or of every record; those of related records are on another form. */
function known(form: FormDefinition, path: string): Field | undefined {
  const [step = '', cell] = path.split('.');
  const field = fieldOf(form, step);
  return cell === undefined ? (field ?? systemField(path)) : field?.fields?.find((column) => column.key === cell);
}

/** People, departments and records go by their ids; all else goes as it is typed. */
function named(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
}

/** Days chosen here are whole days in the reader's zone; the server compares instants. */
function timeComparison(field: string, op: Operator, value: unknown): Filter {
  const [low, high] = op === 'between' ? (value as [unknown, unknown]) : [value, value];
  const from: Filter = { field, op: 'gte', value: dayjs(String(low)).startOf('day').toISOString() };
  const until: Filter = { field, op: 'lte', value: dayjs(String(high)).endOf('day').toISOString() };
  if (op === 'gte' || isEmpty(high)) return from;
  if (op === 'lte' || isEmpty(low)) return until;
  return { and: [from, until] };
}
