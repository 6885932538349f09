/** How a field is compared; `filled` and `empty` take no value. */
export type Comparator = '=' | '!=' | '>' | '>=' | '<' | '<=' | 'in' | 'filled' | 'empty';

/** One line of a condition that needs no formula. Values are as the form stores them, as text. */
export interface Comparison {
  field: string;
  op: Comparator;
  values: string[];
}
export interface Condition {
  /** Whether all lines must hold, or any of them. */
  all: boolean;
  lines: Comparison[];
}

/** How a literal of a field is written: text in quotes, numbers and booleans bare, dates by their function. */
export type Literal = 'text' | 'number' | 'boolean' | 'date' | 'other';

export function literalOf(type: string): Literal {
  if (['number', 'money', 'percent', 'rating'].includes(type)) return 'number';
  if (type === 'switch') return 'boolean';
  if (type === 'date') return 'date';
  if (['text', 'long-text', 'choice', 'region', 'url', 'serial', 'member', 'department'].includes(type)) return 'text';
  return 'other';
}

const quote = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function literal(value: string, kind: Literal): string {
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(value.trim()) ? value.trim() : '0';
  if (kind === 'boolean') return value === 'true' ? 'true' : 'false';
  return kind === 'date' ? `date(${quote(value)})` : quote(value);
}

/** The expression of a condition; `kind` tells how the literals of a field are written. */
export function write(condition: Condition, kind: (field: string) => Literal): string {
  return condition.lines
    .filter((line) => line.field !== '')
    .map(({ field, op, values }) => {
      const [first = ''] = values;
      if (op === 'filled') return `${field} != null`;
      if (op === 'empty') return `${field} = null`;
      if (op === 'in') return `${field} in (${values.map((value) => literal(value, kind(field))).join(', ')})`;
      return `${field} ${op} ${literal(first, kind(field))}`;
    })
    .join(condition.all ? ' and ' : ' or ');
}

const NAME = '[a-z][A-Za-z0-9]*';
const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const LITERAL = `(?:${TEXT}|-?\\d+(?:\\.\\d+)?|true|false|null|date\\(\\s*${TEXT}\\s*\\))`;
const LINE = new RegExp(`^(${NAME})\\s*(<=|>=|!=|=|<|>)\\s*(${LITERAL})$`);
const ANY_OF = new RegExp(`^(${NAME})\\s+in\\s*\\(\\s*(${LITERAL}(?:\\s*,\\s*${LITERAL})*)\\s*\\)$`);

function unquote(text: string): string {
  const inner = /^date\(\s*(.*?)\s*\)$/.exec(text)?.[1] ?? text;
  return inner.startsWith('"') ? inner.slice(1, -1).replace(/\\(.)/g, '$1') : inner;
}

/** A condition as lines; `undefined` for what only a formula can say, which is left as it is written. */
export function read(expression: string): Condition | undefined {
  const text = expression.trim();
  if (text === '') return { all: true, lines: [] };
  for (const all of [true, false]) {
    const lines = split(text, all ? 'and' : 'or').map(line);
    if (lines.every((each) => each !== undefined)) return { all, lines };
  }
  return undefined;
}

function line(text: string): Comparison | undefined {
  const one = LINE.exec(text);
  if (one) {
    const [, field = '', op = '=', value = ''] = one;
    if (value === 'null')
      return op === '=' || op === '!=' ? { field, op: op === '=' ? 'empty' : 'filled', values: [] } : undefined;
    return { field, op: op as Comparator, values: [unquote(value)] };
  }
  const many = ANY_OF.exec(text);
  if (!many) return undefined;
  const values = (many[2] ?? '').match(new RegExp(LITERAL, 'g')) ?? [];
  return { field: many[1] ?? '', op: 'in', values: values.map(unquote) };
}

/** Parts between a word that stands outside of quotes and brackets. */
function split(text: string, word: 'and' | 'or'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  const tokens = new RegExp(`${TEXT}|[()]|\\b${word}\\b`, 'g');
  for (const match of text.matchAll(tokens)) {
    if (match[0] === '(') depth += 1;
    else if (match[0] === ')') depth -= 1;
    else if (match[0] === word && depth === 0) {
      parts.push(text.slice(start, match.index).trim());
      start = match.index + word.length;
    }
  }
  return [...parts, text.slice(start).trim()];
}

/** Any expression with the titles of fields instead of their keys, strings left alone: what one reads where no sentence can be made. */
export function titled(expression: string, title: (key: string) => string | undefined): string {
  return expression.replace(new RegExp(`${TEXT}|\\b${NAME}\\b`, 'g'), (word) =>
    word.startsWith('"') ? word : (title(word) ?? word),
  );
}
