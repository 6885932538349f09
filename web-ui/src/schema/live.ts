import type { Finding, RecordData } from '../api';
import { isMasked } from './mask';
import type { Field, FormDefinition, Tree } from './form';

/** Evaluates a portable tree over field values; throws when it cannot. */
export type Evaluate = (tree: Tree, variables: Record<string, unknown>) => unknown;

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

const UNSETTLED = Symbol('unsettled');

/**
 * Runs the published rules and formulas on the values of a form, as the server does on saving.
 * Formulas run until nothing changes (publish refuses circles, so depth is bounded by their number).
 */
export function computeLive(
  form: FormDefinition,
  values: RecordData,
  user: unknown,
  evaluate: Evaluate | undefined,
): Live {
  const data: RecordData = { ...values };
  let complete = true;
  const ask = (tree: Tree | undefined): unknown => {
    if (tree === undefined || tree === null || !evaluate) return UNSETTLED;
    try {
      return evaluate(tree, variablesOf(form, data, user));
    } catch {
      return UNSETTLED;
    }
  };
  for (let round = 0; round <= form.fields.length; round += 1) {
    const before = JSON.stringify(data);
    for (const field of form.fields) complete = settle(form, field, data, user, evaluate) && complete;
    if (JSON.stringify(data) === before) break;
  }
  const live: Live = {
    data,
    shown: new Set(form.fields.filter((field) => !field.hidden).map((field) => field.key)),
    required: new Set(form.fields.filter((field) => field.required).map((field) => field.key)),
    readOnly: new Set(form.fields.filter((field) => field.readOnly || field.formula).map((field) => field.key)),
    findings: [],
    complete,
  };
  for (const rule of form.rules) for (const key of rule.show ?? []) live.shown.delete(key);
  form.rules.forEach((rule, index) => {
    const compiled = form.compiled.rules[index];
    if (rule.check !== undefined) {
      const held = ask(compiled?.check);
      if (held === UNSETTLED) live.complete = false;
      else if (held === false) live.findings.push(checkFinding(rule.at, rule.message));
      return;
    }
    const holds = ask(compiled?.when);
    if (holds === UNSETTLED) live.complete = false;
    if (holds !== true) return;
    rule.show?.forEach((key) => live.shown.add(key));
    rule.hide?.forEach((key) => live.shown.delete(key));
    rule.require?.forEach((key) => live.required.add(key));
    rule.readOnly?.forEach((key) => live.readOnly.add(key));
    for (const [key, tree] of Object.entries(compiled?.set ?? {})) {
      const value = ask(tree);
      if (value !== UNSETTLED) live.data[key] = plain(value);
    }
  });
  for (const key of [...live.required]) if (!live.shown.has(key)) live.required.delete(key);
  return live;
}

/** A rule that failed, as a finding at its field. The message is the designer's own text. */
function checkFinding(at: string | undefined, message: unknown): Finding {
  return { code: 'record.check-failed', pointer: `/data/${at ?? ''}`, params: { message } };
}

/** Computes one field, or one column in each row of a subform, into `data`. */
function settle(
  form: FormDefinition,
  field: Field,
  data: RecordData,
  user: unknown,
  evaluate: Evaluate | undefined,
): boolean {
  const run = (
    key: string,
    variables: Record<string, unknown>,
    column: Field,
    write: (value: unknown) => void,
  ): boolean => {
    const tree = form.compiled.formulas[key]?.tree;
    if (tree === undefined || tree === null || !evaluate) return false;
    try {
      write(toScale(plain(evaluate(tree, variables)), column));
      return true;
    } catch {
      return false;
    }
  };
  if (field.type === 'subform') {
    const computed = (field.fields ?? []).filter((column) => column.formula);
    const rows = data[field.key];
    if (computed.length === 0 || !Array.isArray(rows)) return true;
    let settled = true;
    data[field.key] = rows.map((row: RecordData) => {
      const next = { ...row };
      for (const column of computed) {
        const variables = { ...variablesOf(form, data, user), ...rowVariables(field.fields ?? [], next) };
        settled =
          run(`${field.key}.${column.key}`, variables, column, (value) => (next[column.key] = value)) && settled;
      }
      return next;
    });
    return settled;
  }
  if (!field.formula || isMasked(data[field.key])) return true;
  return run(field.key, variablesOf(form, data, user), field, (value) => (data[field.key] = value));
}

/** Field values as the evaluator takes them. A withheld value is left out, so that using it throws or is unsettled. */
function variablesOf(form: FormDefinition, data: RecordData, user: unknown): Record<string, unknown> {
  return { ...rowVariables(form.fields, data), user };
}

function rowVariables(fields: Field[], data: RecordData): Record<string, unknown> {
  const entries = fields.flatMap((field): [string, unknown][] => {
    const value = data[field.key];
    if (isMasked(value)) return [];
    if (field.type === 'subform') {
      const rows = Array.isArray(value) ? (value as RecordData[]) : [];
      return [[field.key, rows.map((row) => rowVariables(field.fields ?? [], row))]];
    }
    return [[field.key, value ?? null]];
  });
  return Object.fromEntries(entries);
}

function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' && !Array.isArray(value) ? String(value) : value;
}

/** A number with exactly the field's digits, half-even as the engine: "59.9" at scale 2 is "59.90". */
function toScale(value: unknown, field: Field): unknown {
  if (field.scale === undefined || value === null || !/^-?\d+(\.\d+)?$/.test(String(value))) return value;
  return roundHalfEven(String(value), field.scale);
}

function roundHalfEven(text: string, scale: number): string {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  const rest = fraction.slice(scale);
  const half = rest === '' ? -1 : Math.sign(rest.localeCompare('5'.padEnd(rest.length, '0'), 'en'));
  const up = half > 0 || (half === 0 && kept % 2n === 1n);
  const digits = String(up ? kept + 1n : kept).padStart(scale + 1, '0');
  const result = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return negative && /[1-9]/.test(result) ? `-${result}` : result;
}
