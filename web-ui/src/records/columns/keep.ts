import { path, type FormPlace } from '../../api';
import type { Layout } from './layout';

const nameOf = ({ tenant, app, form }: FormPlace, view: string) =>
  'jianmi.columns.' + path`${tenant}/${app}/${form}/${view}`;

/** What this browser keeps of a view's columns: keys and pixels, nothing of any record or person. */
export function keptLayout(place: FormPlace, view: string): Layout | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(place, view)) ?? 'null') as Partial<Layout> | null;
    return kept && isTexts(kept.fields) && kept.fields.length > 0
      ? { fields: kept.fields, pinned: isTexts(kept.pinned) ? kept.pinned : [], widths: kept.widths ?? {} }
      : undefined;
  } catch {
    return undefined;
  }
}

export function keepLayout(place: FormPlace, view: string, layout: Layout | undefined): void {
  try {
    if (layout) localStorage.setItem(nameOf(place, view), JSON.stringify(layout));
    else localStorage.removeItem(nameOf(place, view));
  } catch {
    // A browser that keeps nothing: they are there until the page is left.
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
