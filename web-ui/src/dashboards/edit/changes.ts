import { currentLocale, type LocalText } from '../../i18n';
import { freePlace, placed, readingOrder } from '../grid';
import type { Dashboard, Place, Widget, WidgetKind } from '../model';

/** How large a widget of a kind stands at first. */
const SIZES: Record<WidgetKind, [w: number, h: number]> = {
  number: [3, 2],
  bar: [6, 5],
  line: [6, 5],
  pie: [6, 5],
  table: [6, 5],
  pivot: [6, 5],
  funnel: [6, 5],
  map: [6, 6],
};

/** A key that no widget of the dashboard has. */
export function freeKey(dashboard: Dashboard, kind: WidgetKind): string {
  for (let number = 1; ; number += 1) {
    const key = `${kind}-${number}`;
    if (!dashboard.widgets.some((widget) => widget.key === key)) return key;
  }
}

/** An empty widget of a kind where there is room. */
export function blank(dashboard: Dashboard, kind: WidgetKind, title: string): Widget {
  const [w, h] = SIZES[kind];
  return { key: freeKey(dashboard, kind), kind, title, form: '', at: freePlace(dashboard.widgets, w, h) };
}

export const added = (dashboard: Dashboard, widget: Widget): Dashboard => ({
  ...dashboard,
  widgets: [...dashboard.widgets, widget],
});

export const removed = (dashboard: Dashboard, key: string): Dashboard => ({
  ...dashboard,
  widgets: dashboard.widgets.filter((widget) => widget.key !== key),
});

export const replaced = (dashboard: Dashboard, key: string, next: (widget: Widget) => Widget): Dashboard => ({
  ...dashboard,
  widgets: dashboard.widgets.map((widget) => (widget.key === key ? next(widget) : widget)),
});

export const moved = (dashboard: Dashboard, key: string, at: Place): Dashboard => ({
  ...dashboard,
  widgets: placed(dashboard.widgets, key, at),
});

/** Before or behind its neighbour in reading order: how one arranges where there is one column. */
export function shifted(dashboard: Dashboard, key: string, by: -1 | 1): Dashboard {
  const order = readingOrder(dashboard.widgets);
  const index = order.findIndex((widget) => widget.key === key);
  const [one, other] = [order[index], order[index + by]];
  if (!one || !other) return dashboard;
  const [upper, lower] = by < 0 ? [other, one] : [one, other];
  const beside = upper.at.y === lower.at.y;
  const to = beside ? { ...lower.at, x: upper.at.x } : { ...lower.at, y: upper.at.y };
  return moved(dashboard, lower.key, to);
}

/** A title with what was typed in the language of who types; a title without languages stays one. */
export function written(text: LocalText | undefined, words: string): LocalText {
  return typeof text === 'object' ? { ...text, [currentLocale()]: words } : words;
}
