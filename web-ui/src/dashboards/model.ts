import type { Filter } from '../api';
import type { LocalText } from '../i18n';

export type WidgetKind = 'number' | 'bar' | 'line' | 'pie' | 'table' | 'pivot' | 'funnel' | 'map';

export type Bucket = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'province' | 'city';

export type Aggregate = 'count' | 'sum' | 'average' | 'min' | 'max';

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

/** A table that lists records rather than groups. */
export const listsRecords = (widget: Widget) => widget.kind === 'table' && (widget.columns?.length ?? 0) > 0;

/** Where nothing is said, records are counted. */
export const measuresOf = (widget: Widget): Measure[] =>
  widget.measures && widget.measures.length > 0 ? widget.measures : [{ aggregate: 'count' }];

/** A group that a reader picked: the other widgets about the same form show only its records. */
export interface Pick {
  widget: string;
  dimension: number;
  key: string | null;
}
