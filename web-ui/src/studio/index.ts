/*
 * What the designers share, whatever they design.
 *
 * `useStudio<T>({tenant, app, kind: 'forms' | 'workflows' | 'dashboards', key})` reads a draft and gives `{studio, error, reload}`.
 * A `Studio<T>` has the `document` (never to be changed in place) and `change(label, recipe, {merge, select})`, which everything goes
 * through: it makes undo and redo, saves as one goes (If-Match with the revision that was read), keeps in the browser what cannot be
 * saved, and meets another designer's save with `conflict`. `selection` is any name the designer chooses; undo brings it back.
 *
 *     studio.change(words, (document) => ({...document, title}), {merge: 'title'});
 *
 * Pages: `StudioPage` (routes `/t/:tenant/apps/:app/forms/:form/design/...`) holds the form's draft and the bar with the four steps.
 * A page inside it gets `{me, studio, checked} = useFormStudio()`: the form's document (`FormDocument`) and its findings. A page
 * under `design/workflows/` designs something else: it calls `useStudio` itself, draws `<StudioControls studio={studio} />` once, which
 * puts undo, redo and the save state into the bar, and shows `<ConflictPage>` while `studio.conflict` stands.
 * `FeelInput` is the box for an expression: `names` (of a record's fields: `fieldNames`) are what it may use beside `user` and the
 * functions of FEEL.
 * `JsonPane` shows the document as JSON, both ways, and beside the published version.
 * `useReasons` asks what a draft gives somebody on each field, and why.
 * `useFindings(studio)` asks the dry run after each save; `FindingList` shows findings with their places in words.
 */
export { FeelInput, type FeelProps } from './feel/FeelInput';
export { feelType, fieldNames } from './feel/fieldNames';
export type { FeelName } from './feel/names';
export { JsonPane } from './json/JsonPane';
export { ControlsSlot, StudioControls } from './StudioControls';
export { ConflictPage } from './ConflictPage';
export { DifferenceList } from './DifferenceList';
export { FindingList } from './FindingList';
export { useFormStudio, type FormStudio } from './StudioPage';
export { useStudio, type Studio, type StudioLoading } from './useStudio';
export { useReasons, type AccessReason, type AccessReasons } from './useReasons';
export { useCompiled, useFindings, useWorkflowsOf, pageOf, type Checked } from './useFindings';
export { publishedQuery, usePublished } from './usePublished';
export { definitionPath, designPath, type StudioKind, type StudioPlace } from './place';
export {
  keyFrom,
  newForm,
  KEY,
  type Entry,
  type FieldState,
  type FormDocument,
  type PublicOption,
  type PermissionGroup,
} from './document';
export { isFormShape } from './shape';
export { differences, merged, nameOf, same, type Difference, type Json, type Place } from './merge';
export { placeText, pointerPlace, pointerText } from './placeText';
