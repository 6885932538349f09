import type { Finding, RecordData } from '../api';
import { evaluate, holds, isContext, passes, toScale, toText, type Portable } from './expression';
import type { Field, FormDefinition, Tree } from './form';
import { isMasked } from './mask';
import { wordsOf } from './richText';

/** What formulas and rules make of the values on the page. */
export interface Live {
  data: RecordData;
  shown: Set<string>;
  required: Set<string>;
  readOnly: Set<string>;
  findings: Finding[];
  /** False when some formula or rule has no portable tree, or hangs on a withheld value: the server must be asked. */
  complete: boolean;
}

/** What cannot be told here: no portable tree, one of a newer server, or an input that this reader does not see. */
class Unsettled extends Error {}

/**
 * Runs the published rules and formulas on the values of a form, as the server does on saving.
 * Formulas run until nothing changes (publish refuses circles, so their number bounds the rounds).
 */
export function computeLive(form: FormDefinition, values: RecordData, user: unknown): Live {
  const data: RecordData = { ...values };
  const live: Live = {
    data,
    shown: new Set(form.fields.filter((field) => !field.hidden).map((field) => field.key)),
    required: new Set(form.fields.filter((field) => field.required).map((field) => field.key)),
    readOnly: new Set(form.fields.filter((field) => field.readOnly || field.formula).map((field) => field.key)),
    findings: [],
    complete: true,
  };
  const attempt = (act: () => void) => {
    try {
      act();
    } catch {
      live.complete = false;
    }
  };
  for (let round = 0; round <= form.fields.length; round += 1) {
    const before = JSON.stringify(data);
    for (const field of form.fields) attempt(() => settle(form, field, data, user));
    if (JSON.stringify(data) === before) break;
  }
  for (const rule of form.rules) for (const key of rule.show ?? []) live.shown.delete(key);
  form.rules.forEach((_, index) => attempt(() => applyRule(form, index, live, user)));
  for (const key of [...live.required]) if (!live.shown.has(key)) live.required.delete(key);
  return live;
}

function applyRule(form: FormDefinition, index: number, live: Live, user: unknown): void {
  const rule = form.rules[index];
  const compiled = form.compiled.rules[index];
  if (!rule) return;
  if (rule.check !== undefined) {
    if (passes(portable(compiled?.check, live.data), variables(form, live.data, user))) return;
    // The message is the designer's own text.
    live.findings.push({
      code: 'record.check-failed',
      pointer: `/data/${rule.at ?? ''}`,
      params: { message: rule.message },
    });
    return;
  }
  if (!holds(portable(compiled?.when, live.data), variables(form, live.data, user))) return;
  rule.show?.forEach((key) => live.shown.add(key));
  rule.hide?.forEach((key) => live.shown.delete(key));
  rule.require?.forEach((key) => live.required.add(key));
  rule.readOnly?.forEach((key) => live.readOnly.add(key));
  for (const [key, tree] of Object.entries(compiled?.set ?? {})) {
    const field = form.fields.find((each) => each.key === key);
    if (field && !isMasked(live.data[key])) live.data[key] = computed(form, tree, live.data, user, field);
  }
}

/** Computes one field, or the computed columns in each row of a subform, into `data`. */
function settle(form: FormDefinition, field: Field, data: RecordData, user: unknown): void {
  const tree = (key: string) => form.compiled.formulas[key]?.tree;
  if (field.type === 'subform') {
    const columns = (field.fields ?? []).filter((column) => column.formula);
    const rows = data[field.key];
    if (columns.length === 0 || !Array.isArray(rows)) return;
    data[field.key] = rows.map((row: RecordData) =>
      columns.reduce<RecordData>(
        (next, column) => ({
          ...next,
          [column.key]: computed(form, tree(`${field.key}.${column.key}`), { ...data, ...next }, user, column, field),
        }),
        row,
      ),
    );
    return;
  }
  if (field.formula && !isMasked(data[field.key])) data[field.key] = computed(form, tree(field.key), data, user, field);
}

/** A result as the record holds it: "59.9" at scale 2 is "59.90". */
function computed(
  form: FormDefinition,
  tree: Tree | undefined,
  data: RecordData,
  user: unknown,
  field: Field,
  subform?: Field,
): unknown {
  const names = { ...variables(form, data, user), ...wordsIn(subform?.fields ?? [], data) };
  const value = evaluate(portable(tree, data), names);
  if (value === null || typeof value === 'boolean' || isContext(value)) return value;
  return field.scale === undefined ? toText(value) : toScale(value, field.scale);
}

/** Values as expressions see them, on the server as here: of rich text its words, of an address both parts. */
function variables(form: FormDefinition, data: RecordData, user: unknown): RecordData {
  return { ...data, ...wordsIn(form.fields, data), user };
}

function wordsIn(fields: Field[], data: RecordData): RecordData {
  const words: RecordData = {};
  for (const field of fields) {
    const value = data[field.key];
    if (field.type === 'rich-text' && typeof value === 'string') words[field.key] = wordsOf(value);
    if (field.type === 'address' && typeof value === 'string') words[field.key] = { detail: value };
    const columns = field.type === 'subform' ? (field.fields ?? []) : [];
    if (Array.isArray(value) && columns.some((column) => column.type === 'rich-text' || column.type === 'address'))
      words[field.key] = value.map((row: RecordData) => ({ ...row, ...wordsIn(columns, row) }));
  }
  return words;
}

function portable(tree: Tree | undefined, data: RecordData): Portable {
  if (!Array.isArray(tree)) throw new Unsettled();
  if (readsWithheld(tree, data)) throw new Unsettled();
  return tree as unknown as Portable;
}

/** A mask, or rows of which some cell is one. */
function isWithheld(value: unknown): boolean {
  if (!Array.isArray(value)) return isMasked(value);
  return value.some((row: unknown) => typeof row === 'object' && row !== null && Object.values(row).some(isMasked));
}

/** Whether the tree reads a value that this reader sees masked: `["get", kind, key, ...]`. */
function readsWithheld(node: unknown, data: RecordData): boolean {
  if (!Array.isArray(node)) return false;
  if (node[0] === 'get' && typeof node[2] === 'string' && isWithheld(data[node[2]])) return true;
  return node.some((part) => readsWithheld(part, data));
}
