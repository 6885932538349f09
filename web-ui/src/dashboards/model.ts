import type { Filter } from '../api';
import type { LocalText } from '../i18n';

export const KINDS = ['number', 'bar', 'line', 'pie', 'table', 'pivot', 'funnel', 'map'] as const;
export type WidgetKind = (typeof KINDS)[number];

export const TIME_BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Bucket = (typeof TIME_BUCKETS)[number] | 'province' | 'city';

export const AGGREGATES = ['count', 'sum', 'average', 'min', 'max'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export interface Dimension {
  field: string;
  by?: Bucket;
}
export interface Measure {
  aggregate: Aggregate;
  field?: string;
  title?: LocalText;
}
/** In columns and rows of a grid of twelve columns. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Widget {
  key: string;
  kind: WidgetKind;
  title: LocalText;
  form: string;
  filter?: Filter;
  groupBy?: Dimension[];
  measures?: Measure[];
  order?: 'key' | '-key' | 'value' | '-value';
  /** Of a table that lists records. */
  columns?: string[];
  sort?: string[];
  limit?: number;
  stacked?: boolean;
  at: Place;
}
/** A dashboard as it is drafted and published. */
export interface Dashboard {
  kind: 'dashboard';
  key: string;
  title: LocalText;
  description?: LocalText;
  smallestGroup?: number;
  widgets: Widget[];
}

/** What a kind can show: how many groupings, and how many measures beside one grouping. */
export const SHAPES: Record<WidgetKind, { dimensions: [number, number]; measures: number }> = {
  number: { dimensions: [0, 0], measures: 4 },
  bar: { dimensions: [1, 2], measures: 4 },
  line: { dimensions: [1, 2], measures: 4 },
  pie: { dimensions: [1, 1], measures: 1 },
  table: { dimensions: [1, 2], measures: 6 },
  pivot: { dimensions: [2, 2], measures: 1 },
  funnel: { dimensions: [1, 1], measures: 1 },
  map: { dimensions: [1, 1], measures: 1 },
};

/** A table that lists records rather than groups. */
export const listsRecords = (widget: Widget) => widget.kind === 'table' && (widget.columns?.length ?? 0) > 0;

/** Where nothing is said, records are counted. */
export const measuresOf = (widget: Widget): Measure[] =>
  widget.measures && widget.measures.length > 0 ? widget.measures : [{ aggregate: 'count' }];

/** How many measures a widget can have as it is grouped now. */
export function mostMeasures(widget: Widget): number {
  const two = (widget.groupBy?.length ?? 0) > 1 && widget.kind !== 'table';
  return two ? 1 : SHAPES[widget.kind].measures;
}

/** A group that a reader picked: the other widgets about the same form show only its records. */
export interface Pick {
  widget: string;
  dimension: number;
  key: string | null;
}
