import type { Filter, SavedView, ViewKind } from '../../api';
import { fieldType, isEmpty } from '../../fields';
import { fieldOf, isProtected, levelOf, type Field, type FormDefinition } from '../../schema';
import { conditionsIn, type Part } from '../filter/parts';

/** Layouts that there are pages for. */
const OFFERED: readonly ViewKind[] = ['table', 'kanban', 'calendar'];

/** Those that can be chosen: a form's own that nobody can use are the designer's concern. */
export const offered = (views: SavedView[]): SavedView[] =>
  views.filter((view) => OFFERED.includes(view.kind) && (view.usable || !isOfForm(view)));

/** What the list shows: a saved view, or everything. */
export type ShownView = SavedView | undefined;

/** The view that an address names; addresses from before views could be saved name those of the form by their key. */
export function namedView(views: SavedView[], name: string): ShownView {
  return views.find((view) => view.id === name) ?? views.find((view) => view.id === `definition:${name}`);
}

export const isOfForm = (view: SavedView): boolean => view.owner === null;

/** The form's own table of everything: it stands for "all", under the designer's title. */
export const showsAll = (view: SavedView): boolean =>
  isOfForm(view) && view.kind === 'table' && view.usable && isEmpty(view.filter);

export function bothOf(left: Filter | null | undefined, right: Filter | null | undefined): Filter | undefined {
  return left && right ? { and: [left, right] } : (left ?? right ?? undefined);
}

/** Fields whose options can be the columns of a board. */
export const boardFields = (form: FormDefinition): Field[] =>
  form.fields.filter((field) => fieldType(field.type).columnsOf !== undefined && !isProtected(field));

/** Fields that can place a record in a calendar. */
export const dateFields = (form: FormDefinition): Field[] =>
  form.fields.filter((field) => fieldType(field.type).day !== undefined && !isProtected(field));

/** Fields that can be columns or lines of a card. */
export const shownFields = (form: FormDefinition): Field[] =>
  form.fields.filter((field) => fieldType(field.type).listed && levelOf(field) !== 'secret');

export const kindsFor = (form: FormDefinition): ViewKind[] => [
  ...OFFERED.filter((kind) => kind !== 'kanban' || boardFields(form).length > 0),
];

/** Whether a filter compares with a field that is protected; such a condition is not saved. */
export function comparesProtected(form: FormDefinition, parts: readonly Part[]): boolean {
  return conditionsIn(parts).some(({ field: key }) => {
    const field = fieldOf(form, key);
    return field !== undefined && isProtected(field);
  });
}
