import { isProtected, type Field, type FormDefinition } from '../../schema';
import type { Aggregate, Bucket, Dimension, Measure, Widget, WidgetKind } from '../model';
import { SHAPES, TIME_BUCKETS } from '../model';

/** What every record has that one can group by. */
const SYSTEM: Field[] = [
  { key: 'createdAt', type: 'date-time' },
  { key: 'updatedAt', type: 'date-time' },
  { key: 'createdBy', type: 'member' },
  { key: 'updatedBy', type: 'member' },
  { key: 'status', type: 'choice' },
];
const GROUPED = [
  'choice',
  'multi-choice',
  'switch',
  'rating',
  'date',
  'date-time',
  'member',
  'department',
  'region',
  'relation',
  'relations',
  'text',
  'serial',
];
const NUMBERS = ['number', 'money', 'percent', 'rating'];

const typeOf = (field: Field) => (field.type === 'formula' ? (field.of ?? '') : field.type);
const clear = (form: FormDefinition) => form.fields.filter((field) => !isProtected(field));

/** Fields that a widget may group by; the server decides when it is published. */
export function groupable(form: FormDefinition, kind: WidgetKind): Field[] {
  if (kind === 'map') return clear(form).filter((field) => typeOf(field) === 'region');
  return [...clear(form).filter((field) => GROUPED.includes(typeOf(field))), ...SYSTEM];
}

/** Fields that can be added up, or of which there is a least and a greatest. */
export function measurable(form: FormDefinition, aggregate: Aggregate): Field[] {
  if (aggregate === 'count') return [];
  const types = aggregate === 'min' || aggregate === 'max' ? [...NUMBERS, 'date'] : NUMBERS;
  return clear(form).filter((field) => types.includes(typeOf(field)));
}

/** How values of a field can be taken together; none: each stands on its own. */
export function bucketsOf(form: FormDefinition, key: string): Bucket[] {
  const field = [...form.fields, ...SYSTEM].find((each) => each.key === key);
  const type = field ? typeOf(field) : '';
  if (type === 'date' || type === 'date-time') return [...TIME_BUCKETS];
  return type === 'region' ? ['province', 'city'] : [];
}

/** A grouping by this field as one would want it at first. */
export function dimensionOf(form: FormDefinition, key: string): Dimension {
  const buckets = bucketsOf(form, key);
  const by: Bucket | undefined = buckets.includes('month') ? 'month' : buckets[0];
  return by ? { field: key, by } : { field: key };
}

/** Times run on, so a line is grouped by one; any other by what the designer listed. */
function firstGrouping(form: FormDefinition, kind: WidgetKind): Dimension | undefined {
  const fields = groupable(form, kind);
  const wanted = kind === 'line' ? fields.find(({ key }) => bucketsOf(form, key).includes('month')) : undefined;
  const field = wanted ?? fields[0];
  return field && dimensionOf(form, field.key);
}

/** A widget of a kind on a form, ready to be looked at. */
export function started(kind: WidgetKind, form: FormDefinition, widget: Widget): Widget {
  return shaped({ ...widget, kind, form: form.key }, form);
}

/** The widget with as many groupings and measures as its kind takes, and what they lack filled in. */
export function shaped(widget: Widget, form: FormDefinition): Widget {
  const [least, most] = SHAPES[widget.kind].dimensions;
  const { groupBy, measures, columns, sort, ...rest } = widget;
  if (widget.kind === 'table' && columns && columns.length > 0) return { ...rest, columns, ...(sort ? { sort } : {}) };
  const fields = groupable(form, widget.kind).map(({ key }) => key);
  const kept = (groupBy ?? []).filter(({ field }) => fields.includes(field)).slice(0, most);
  const first = kept.length < least ? firstGrouping(form, widget.kind) : undefined;
  const grouped = first && kept.length === 0 ? [first] : kept;
  const other = fields.find((key) => !grouped.some(({ field }) => field === key));
  const full = grouped.length < least && other ? [...grouped, dimensionOf(form, other)] : grouped;
  const limit = full.length > 1 && widget.kind !== 'table' ? 1 : SHAPES[widget.kind].measures;
  const measured = (measures ?? []).filter((measure) => fits(measure, form)).slice(0, limit);
  return {
    ...rest,
    ...(full.length > 0 ? { groupBy: withBuckets(full, widget.kind) } : {}),
    ...(measured.length > 0 ? { measures: measured } : {}),
  };
}

const withBuckets = (dimensions: Dimension[], kind: WidgetKind): Dimension[] =>
  kind === 'map' ? dimensions.map(({ field }) => ({ field, by: 'province' })) : dimensions;

const fits = (measure: Measure, form: FormDefinition) =>
  measure.aggregate === 'count' || measurable(form, measure.aggregate).some(({ key }) => key === measure.field);
