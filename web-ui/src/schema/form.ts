import type { LocalText } from '../i18n';

export type Level = 'public' | 'internal' | 'personal' | 'sensitive' | 'secret';

export interface Sensitivity {
  level: Level;
  kind?: string;
  purposes?: string[];
  search?: string[];
  mask?: string;
  /** ISO 8601 period */
  retention?: string;
  lawfulBasis?: string;
  waiver?: string;
}
export interface Option {
  value: string;
  title?: LocalText;
  color?: string;
  /** Options below, of a cascade. */
  options?: Option[];
}
export interface Field {
  key: string;
  type: string;
  title?: LocalText;
  description?: LocalText;
  placeholder?: LocalText;
  help?: LocalText;
  required?: boolean;
  unique?: boolean;
  readOnly?: boolean;
  hidden?: boolean;
  formula?: string;
  /** Computed by a formula that this reader may not know. */
  computed?: boolean;
  default?: unknown;
  /** The server has a value of another form to begin with. */
  linked?: boolean;
  sensitivity?: Sensitivity;
  width?: string | number;
  options?: Option[];
  fields?: Field[];
  /** relation */
  form?: string;
  show?: string[];
  scale?: number;
  unit?: LocalText;
  /** look-up: key of the relation, where this reader knows it */
  through?: string;
  /** roll-up */
  aggregate?: string;
  /** look-up, roll-up: the type of the value with its options; absent where the source is not this reader's to know */
  result?: Omit<Partial<Field>, 'type'> & { type: string };
  /** formula: type of the result */
  of?: string;
  /** money: ISO 4217 */
  currency?: string;
  minimum?: number | string;
  maximum?: number | string;
  maxLength?: number;
  maxFiles?: number;
  maxBytes?: number;
  /** consent: version of the text that is shown, and what one may agree to */
  notice?: string;
  purposes?: string[];
  /** file, image: media types and endings */
  accept?: string[];
}
export interface Rule {
  when?: string;
  show?: string[];
  hide?: string[];
  require?: string[];
  readOnly?: string[];
  set?: Record<string, string>;
  check?: string;
  message?: LocalText;
  at?: string;
}
export interface Section {
  section?: LocalText;
  columns?: number;
  fields: string[];
}
/** A section, tabs or note: stands among the fields and holds no value. */
export interface LayoutElement {
  key: string;
  type: 'section' | 'tabs' | 'note';
  title?: LocalText;
  /** note */
  text?: LocalText;
  /** section */
  columns?: number;
  fields?: string[];
  tabs?: LayoutTab[];
}
export interface LayoutTab {
  title: LocalText;
  columns?: number;
  fields: string[];
}
/** A portable expression tree; its shape belongs to `expression/`. */
export type Tree = unknown;
export interface CompiledRule {
  when?: Tree;
  check?: Tree;
  set?: Record<string, Tree>;
}
export interface Compiled {
  formulas: Record<string, { tree?: Tree }>;
  rules: CompiledRule[];
}

/** A published form as this reader may see it. */
export interface FormDefinition {
  key: string;
  version: number | undefined;
  title: LocalText;
  fields: Field[];
  elements: LayoutElement[];
  rules: Rule[];
  layout: Section[];
  displayedBy: string | undefined;
  compiled: Compiled;
  /** What this reader may do here; undefined when the server does not say, then the server decides on the try. */
  actions: string[] | undefined;
  /** Protected fields that this reader may overwrite without reading them; undefined: not told. */
  replace: string[] | undefined;
}

type Json = Record<string, unknown>;

/** Reads the answer of `GET .../forms/{f}`: the definition itself, or wrapped as `{version, definition, compiled}`. */
export function parseForm(answer: unknown): FormDefinition {
  const outer = asObject(answer);
  const inner = 'definition' in outer ? asObject(outer['definition']) : outer;
  const compiled = asObject(outer['compiled'] ?? inner['compiled']);
  const subject = asObject(inner['dataSubject']);
  const entries = asArray<Field | LayoutElement>(inner['fields']);
  const elements = entries.filter(isElement);
  const fields = entries.filter((entry): entry is Field => !isElement(entry)).map(withFormula);
  return {
    key: String(inner['key'] ?? ''),
    version: asNumber(outer['version'] ?? inner['version']),
    title: (inner['title'] as LocalText | undefined) ?? String(inner['key'] ?? ''),
    fields,
    elements,
    rules: asArray<Rule>(inner['rules']),
    layout: completeLayout(asArray<Section>(inner['layout']), fields, elements),
    displayedBy: typeof subject['displayedBy'] === 'string' ? subject['displayedBy'] : undefined,
    compiled: {
      formulas: asObject(compiled['formulas']) as Compiled['formulas'],
      rules: asArray<CompiledRule>(compiled['rules']),
    },
    actions: asStrings(outer['actions'] ?? inner['actions']),
    replace: asStrings(outer['replace'] ?? inner['replace']),
  };
}

const byKey = new WeakMap<readonly Field[], ReadonlyMap<string, Field>>();

/** Looked for some thousand times when a large form is drawn: a form's fields are indexed once. */
export function fieldOf(form: FormDefinition, key: string): Field | undefined {
  const known = byKey.get(form.fields) ?? new Map(form.fields.map((field) => [field.key, field]));
  byKey.set(form.fields, known);
  return known.get(key);
}

/** The keys of a block's fields, those of its sections and tabs in their place. */
export function keysWithin(form: FormDefinition, keys: readonly string[]): string[] {
  return keys.flatMap((key) => {
    const element = form.elements.find((each) => each.key === key);
    return element ? keysWithin(form, elementKeys(element)) : [key];
  });
}

const isElement = (entry: Field | LayoutElement): entry is LayoutElement =>
  ['section', 'tabs', 'note'].includes(entry.type);

/** What stands in a section or in tabs. */
export const elementKeys = (element: LayoutElement): string[] => [
  ...(element.fields ?? []),
  ...(element.tabs ?? []).flatMap((tab) => tab.fields),
];

/** The level that holds for a field: what is declared, else what structured types are. An unknown level is secret. */
export function levelOf(field: Field): Level {
  const level = field.sensitivity?.level;
  if (level === undefined) return 'internal';
  return ['public', 'internal', 'personal', 'sensitive', 'secret'].includes(level) ? level : 'secret';
}

export function isProtected(field: Field): boolean {
  return !['public', 'internal'].includes(levelOf(field));
}

/** Whether this reader may do the action, as far as the form tells; an untold right is tried and decided by the server. */
export function may(form: FormDefinition, action: string): boolean {
  return form.actions === undefined || form.actions.includes(action);
}

/** A field whose formula is withheld is computed all the same: the server settles it. */
function withFormula(field: Field): Field {
  const own = field.computed && !field.formula ? { ...field, formula: '?' } : field;
  return own.fields ? { ...own, fields: own.fields.map(withFormula) } : own;
}

/** What no block names comes last, so that nothing is lost; blocks lose fields this reader does not know. */
function completeLayout(layout: Section[], fields: Field[], elements: LayoutElement[]): Section[] {
  const known = new Set([...fields, ...elements].map((entry) => entry.key));
  const named = new Set([...layout.flatMap((section) => section.fields ?? []), ...elements.flatMap(elementKeys)]);
  const sections = layout
    .map((section) => ({ ...section, fields: (section.fields ?? []).filter((key) => known.has(key)) }))
    .filter((section) => section.fields.length > 0);
  const rest = [...known].filter((key) => !named.has(key));
  return rest.length > 0 ? [...sections, { columns: 2, fields: rest }] : sections;
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
function asArray<T>(value: unknown): T[] {
  return Array.isArray(value) ? (value as T[]) : [];
}
function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
function asStrings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}
