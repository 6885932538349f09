import type { Divisions, WidgetFigures } from '../api';
import { i18n } from '../i18n';
import type { FormDefinition } from '../schema';
import { keyLabel, keyOf, measureText, measureTitle, severalOf, type Key } from './labels';
import { measuresOf, type Measure, type Widget } from './model';

/** One group in words. */
export interface ToldGroup {
  keys: Key[];
  labels: string[];
  values: (string | number | null)[];
  texts: string[];
}

/** What a widget shows, in words and numbers: charts, tables and summaries are all made of it. */
export interface Told {
  widget: Widget;
  measures: Measure[];
  measureTitles: string[];
  groups: ToldGroup[];
  more: boolean;
  few: boolean;
  /** Titles of the fields of which a record can have several values: it counts in the group of each. */
  several: string[];
  /** Whether the reader may pick groups. */
  narrows: boolean;
}

export function toldOf(widget: Widget, figures: WidgetFigures, form: FormDefinition, divisions?: Divisions): Told {
  const measures = measuresOf(widget);
  const dimensions = widget.groupBy ?? [];
  const names = dimensions.map((dimension) => distinct((key) => keyLabel(key, dimension, form, divisions)));
  return {
    widget,
    measures,
    measureTitles: measures.map((measure) => measureTitle(measure, form)),
    groups: (figures.groups ?? []).map(({ keys, values }) => ({
      keys,
      labels: keys.map((key, at) => names[at]?.(key) ?? ''),
      values,
      texts: values.map((value, at) => measureText(value, measures[at] ?? { aggregate: 'count' }, form)),
    })),
    more: figures.more ?? false,
    few: figures.few ?? false,
    several: severalOf(widget, form),
    narrows: figures.narrows ?? false,
  };
}

/** Gives every key a label of its own: two records of the same title stay two groups. */
function distinct(labelOf: (key: Key) => string): (key: Key) => string {
  const labels = new Map<string | null, string>();
  return (key) => {
    const known = labels.get(keyOf(key));
    if (known !== undefined) return known;
    const label = labelOf(key);
    const taken = [...labels.values()];
    let own = label;
    for (let number = 2; taken.includes(own); number += 1) own = `${label} (${number})`;
    labels.set(keyOf(key), own);
    return own;
  };
}

/** A value for drawing; an exact decimal goes through a double here and nowhere else. */
export const drawn = (value: string | number | null | undefined): number | null => {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
};

export const isNothing = (told: Told) =>
  told.groups.length === 0 || told.groups.every(({ values }) => values.every((value) => value === null));

/** The distinct labels of one dimension, in the order in which they come. */
export function labelsOf(told: Told, dimension: number): string[] {
  return [...new Set(told.groups.map(({ labels }) => labels[dimension] ?? ''))];
}

/** The group at these labels of a table of two dimensions. */
export function cellOf(told: Told, first: string, second: string): ToldGroup | undefined {
  return told.groups.find(({ labels }) => labels[0] === first && labels[1] === second);
}

/** What a chart says, in a sentence: for whoever does not see it. */
export function summaryOf(told: Told): string {
  const largest = told.groups.reduce<ToldGroup | undefined>(
    (best, group) => ((drawn(group.values[0]) ?? -Infinity) > (drawn(best?.values[0]) ?? -Infinity) ? group : best),
    undefined,
  );
  const measure = told.measureTitles[0] ?? '';
  if (!largest) return i18n.t('dashboard.summaryEmpty');
  return i18n.t('dashboard.summary', {
    count: told.groups.length,
    measure,
    label: largest.labels.join(' · '),
    value: largest.texts[0] ?? '',
  });
}
