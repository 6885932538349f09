import type { Divisions } from '../api';
import { currentLocale, formatDate, formatNumber, i18n, local } from '../i18n';
import { fieldOf, type Field, type FormDefinition } from '../schema';
import type { Bucket, Dimension, Measure, Widget } from './model';
import { provinceName } from './widgets/provinces';

/** A key as answers have it: text, a person, department or record, or nothing; a record out of sight has no name. */
export type Key = string | { id: string; name?: string } | null;

/** What names a key when it is picked. */
export const keyOf = (key: Key): string | null => (key === null ? null : typeof key === 'string' ? key : key.id);

/** A key in words. */
export function keyLabel(key: Key, dimension: Dimension, form: FormDefinition, divisions: Divisions = {}): string {
  if (key === null) return i18n.t('dashboard.empty');
  if (typeof key !== 'string') return key.name || i18n.t('dashboard.untitled');
  if (isTime(dimension.by)) return timeLabel(key, dimension.by);
  if (dimension.by === 'province') return provinceName(key) ?? key;
  const field = fieldOf(form, dimension.field);
  if (dimension.by === 'city' || field?.type === 'region') return divisions[key] ?? key;
  if (dimension.field === 'status') return statusLabel(key);
  return field ? valueLabel(key, field) : key;
}

/** Whether a record has several values of a field, and counts in the group of each. */
export function severalOf(widget: Widget, form: FormDefinition): string[] {
  return (widget.groupBy ?? [])
    .map(({ field }) => fieldOf(form, field))
    .filter((field) => field !== undefined)
    .filter(({ type }) => type === 'multi-choice' || type === 'relations')
    .map((field) => local(field.title, field.key));
}

const isTime = (by: Bucket | undefined): by is Exclude<Bucket, 'province' | 'city'> =>
  by !== undefined && by !== 'province' && by !== 'city';

function statusLabel(status: string): string {
  const key = `dashboard.status.${status}`;
  return i18n.exists(key) ? i18n.t(key) : status;
}

function valueLabel(value: string, field: Field): string {
  if (field.type === 'switch') return i18n.t(value === 'true' ? 'dashboard.yes' : 'dashboard.no');
  const option = field.options?.find((each) => each.value === value);
  return option ? local(option.title, value) : value;
}

/** `2026-03-01` as the stretch of time that begins then. */
export function timeLabel(day: string, by: Exclude<Bucket, 'province' | 'city'>): string {
  const [year = '', month = '1'] = day.split('-');
  if (by === 'year') return year;
  if (by === 'quarter') return `${year} Q${Math.floor((Number(month) - 1) / 3) + 1}`;
  if (by === 'day' || by === 'week') return i18n.t(`dashboard.${by}Label`, { day: formatDate(day) });
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, 1));
  return new Intl.DateTimeFormat(currentLocale(), { year: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
}

/** The title of a field, or of what every record has. */
export function fieldTitle(key: string, form: FormDefinition): string {
  const field = fieldOf(form, key);
  if (field) return local(field.title, key);
  const system = `dashboard.system.${key}`;
  return i18n.exists(system) ? i18n.t(system) : key;
}

export function measureTitle(measure: Measure, form: FormDefinition): string {
  const own = local(measure.title);
  if (own) return own;
  return measure.field === undefined
    ? i18n.t('dashboard.countOfRecords')
    : i18n.t(`dashboard.of.${measure.aggregate}`, { field: fieldTitle(measure.field, form) });
}

/** A measured value as people read it, its unit after it. */
export function measureText(value: string | number | null, measure: Measure, form: FormDefinition): string {
  if (value === null) return '–';
  const field = measure.field === undefined ? undefined : fieldOf(form, measure.field);
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  const unit = field?.type === 'percent' ? '%' : local(field?.unit);
  const number = formatNumber(text);
  return unit === '%' ? `${number}%` : unit ? `${number} ${unit}` : number;
}
