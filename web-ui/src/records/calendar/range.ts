import dayjs from 'dayjs';
import type { Filter, FormRecord, RecordQuery, SavedView } from '../../api';
import { fieldType, isEmpty } from '../../fields';
import { fieldOf, isMasked, type FormDefinition } from '../../schema';
import { isTime } from '../filter/systemFields';
import { bothOf } from '../views/view';

/** Where a calendar places records. */
export interface Place {
  date: string;
  end: string | undefined;
  /** Whole days, or points in time that lie in a day of the reader's zone. */
  kind: 'date' | 'instant';
}

/** Undefined where this reader does not have the view's field as a date. */
export function placeOf(form: FormDefinition, view: SavedView): Place | undefined {
  if (!view.date) return undefined;
  const field = fieldOf(form, view.date);
  const kind = isTime(view.date) ? 'instant' : field && fieldType(field.type).day;
  return kind ? { date: view.date, end: view.end ?? undefined, kind } : undefined;
}

/** The records that touch some day from one to another, both included. */
export function rangeQuery(query: RecordQuery, place: Place, from: string, to: string): RecordQuery {
  const low = place.kind === 'date' ? from : dayjs(from).startOf('day').toISOString();
  const high = place.kind === 'date' ? to : dayjs(to).endOf('day').toISOString();
  const begins: Filter = { field: place.date, op: 'between', value: [low, high] };
  const range: Filter =
    place.end === undefined
      ? begins
      : {
          or: [
            begins,
            {
              and: [
                { field: place.date, op: 'lt', value: low },
                { field: place.end, op: 'gte', value: low },
              ],
            },
          ],
        };
  return { ...query, filter: bothOf(query.filter, range) ?? range };
}

/** The records that have no day and so stand nowhere in a calendar; undefined where every record has one. */
export function undatedQuery(query: RecordQuery, place: Place): RecordQuery | undefined {
  if (isTime(place.date)) return undefined;
  const none: Filter = { field: place.date, op: 'isEmpty' };
  return { ...query, filter: bothOf(query.filter, none) ?? none };
}

/** The day of a value; undefined where it is empty or withheld. */
function dayOf(value: unknown, kind: Place['kind']): string | undefined {
  if (isEmpty(value) || isMasked(value) || typeof value !== 'string') return undefined;
  return kind === 'date' ? value.slice(0, 10) : dayjs(value).format('YYYY-MM-DD');
}

const valueOf = (record: FormRecord, key: string): unknown =>
  key === 'createdAt' || key === 'updatedAt' ? record[key] : record.data[key];

/** The first and last day on which a record stands. */
export function spanOf(record: FormRecord, place: Place): { from: string; to: string } | undefined {
  const from = dayOf(valueOf(record, place.date), place.kind);
  const to = place.end === undefined ? from : dayOf(valueOf(record, place.end), place.kind);
  return from === undefined ? undefined : { from, to: to !== undefined && to > from ? to : from };
}

/** `09:30` of a point in time, on the day on which it begins. */
export function clockOf(record: FormRecord, place: Place, day: string): string | undefined {
  const value = valueOf(record, place.date);
  return place.kind === 'instant' && typeof value === 'string' && dayOf(value, 'instant') === day
    ? dayjs(value).format('HH:mm')
    : undefined;
}

/** Records by day, in the order of their time. */
export function byDay(records: FormRecord[], place: Place, days: readonly string[]): Map<string, FormRecord[]> {
  const found = new Map<string, FormRecord[]>(days.map((day) => [day, []]));
  const order = (record: FormRecord) => String(valueOf(record, place.date) ?? '');
  for (const record of [...records].sort((left, right) => order(left).localeCompare(order(right)))) {
    const span = spanOf(record, place);
    if (span) for (const day of days) if (day >= span.from && day <= span.to) found.get(day)?.push(record);
  }
  return found;
}
