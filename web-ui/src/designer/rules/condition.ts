import type { Field } from '../../schema';

/** One comparison of a condition that is put together from parts. */
export interface Comparison {
  field: string;
  op: Operator;
  /** As it is typed: a number, a text, a date, `true`; without a value for `empty` and `filled`. */
  value: string;
}
export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | 'contains' | 'empty' | 'filled';

export interface Condition {
  join: 'and' | 'or';
  parts: Comparison[];
}

const NUMBERS = ['number', 'money', 'percent', 'rating'];
const ORDERED: Operator[] = ['=', '!=', '>', '>=', '<', '<=', 'empty', 'filled'];

/** Under which name the words of an operator are kept. */
export const wordOf = (op: Operator): string =>
  ({ '=': 'eq', '!=': 'ne', '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' })[op as string] ?? op;

/** How a field may be compared. */
export function operatorsOf(field: Field | undefined): Operator[] {
  const type = field?.type === 'formula' ? (field.of ?? 'number') : field?.type;
  if (type === undefined) return [];
  if (NUMBERS.includes(type) || type === 'date') return ORDERED;
  if (type === 'switch' || type === 'choice') return ['=', '!=', 'empty', 'filled'];
  if (type === 'multi-choice' || type === 'tags') return ['contains'];
  if (['text', 'long-text', 'serial', 'region'].includes(type)) return ['=', '!=', 'contains', 'empty', 'filled'];
  return ['empty', 'filled'];
}

/** A condition as FEEL. Comparisons without a value are left out. */
export function writeCondition({ join, parts }: Condition, fields: Field[]): string {
  return parts
    .filter(({ field, op, value }) => field !== '' && (op === 'empty' || op === 'filled' || value !== ''))
    .map((part) =>
      writePart(
        part,
        fields.find((field) => field.key === part.field),
      ),
    )
    .join(` ${join} `);
}

function writePart({ field, op, value }: Comparison, of: Field | undefined): string {
  if (op === 'empty') return `${field} = null`;
  if (op === 'filled') return `${field} != null`;
  const literal = literalOf(value, of);
  if (op !== 'contains') return `${field} ${op} ${literal}`;
  const list = of?.type === 'multi-choice' || of?.type === 'tags';
  return list ? `list contains(${field}, ${literal})` : `contains(${field}, ${literal})`;
}

function literalOf(value: string, field: Field | undefined): string {
  const type = field?.type === 'formula' ? (field.of ?? 'number') : (field?.type ?? 'text');
  if (NUMBERS.includes(type) || type === 'switch') return value;
  const text = `"${value.replace(/["\\]/g, '\\$&')}"`;
  return type === 'date' ? `date(${text})` : text;
}

const VALUE = String.raw`(?<value>"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|date\("\d{4}-\d{2}-\d{2}"\)|null)`;
const COMPARES = new RegExp(String.raw`^(?<field>[a-z]\w*)\s*(?<op>=|!=|>=|<=|>|<)\s*${VALUE}$`);
const CONTAINS = new RegExp(String.raw`^(?:list )?contains\(\s*(?<field>[a-z]\w*)\s*,\s*${VALUE}\s*\)$`);

/** FEEL read back into parts; undefined where it is something else. */
export function readCondition(text: string, fields: Field[]): Condition | undefined {
  if (text.trim() === '') return { join: 'and', parts: [] };
  const pieces = splitOutside(text);
  if (!pieces) return undefined;
  const parts: Comparison[] = [];
  for (const piece of pieces.parts) {
    const match = COMPARES.exec(piece) ?? CONTAINS.exec(piece);
    const { field = '', op = 'contains', value = '' } = match?.groups ?? {};
    const of = fields.find((each) => each.key === field);
    if (!match || !of) return undefined;
    const part = readPart(field, op as Operator, value);
    if (!operatorsOf(of).includes(part.op)) return undefined;
    parts.push(part);
  }
  return { join: pieces.join, parts };
}

export const readable = (text: string, fields: Field[]): boolean => readCondition(text, fields) !== undefined;

function readPart(field: string, op: Operator, value: string): Comparison {
  if (value === 'null') return { field, op: op === '!=' ? 'filled' : 'empty', value: '' };
  const quoted = /^(?:date\()?"(.*)"\)?$/.exec(value);
  return { field, op, value: quoted ? (quoted[1] ?? '').replace(/\\(["\\])/g, '$1') : value };
}

/** The pieces between `and`s, or between `or`s, outside of texts; undefined where both occur. */
function splitOutside(text: string): { join: 'and' | 'or'; parts: string[] } | undefined {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|\band\b|\bor\b|[^"]/g) ?? [];
  const joins = new Set(tokens.filter((token) => token === 'and' || token === 'or'));
  if (joins.size > 1) return undefined;
  const parts = [''];
  for (const token of tokens) {
    if (token === 'and' || token === 'or') parts.push('');
    else parts[parts.length - 1] += token;
  }
  return { join: joins.has('or') ? 'or' : 'and', parts: parts.map((part) => part.trim()) };
}
