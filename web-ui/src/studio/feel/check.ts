import { FUNCTIONS, KEYWORDS, USER, type FeelName } from './names';

/** Something that cannot be right in an expression, and where. */
export interface Slip {
  from: number;
  to: number;
  code: 'expression.syntax' | 'expression.unknown-name';
  name?: string;
}

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const functions = FUNCTIONS.map(([name]) => name).sort((left, right) => right.length - left.length);
const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"\\]|\\.)*("?)`,
    String.raw`\/\*[\s\S]*?(?:\*\/|$)|\/\/.*`,
    String.raw`(?:${functions.join('|')})(?=\s*\()`,
    String.raw`(\.\s*)?[A-Za-z_]\w*`,
    String.raw`[()[\]{}]`,
  ].join('|'),
  'g',
);
/** Words of FEEL beyond those that are offered, what it names by itself within a list, and names that mean something in some places only. */
const OWN = new Set([
  ...KEYWORDS,
  ...['item', 'partial', 'instance', 'of', 'function', 'external', 'record', 'id', 'status', 'version'],
  ...['createdAt', 'createdBy', 'updatedAt', 'updatedBy'],
]);

/**
 * What can be told of an expression without the server, as one writes: brackets and texts that are left open, and names that nobody knows.
 * What it is silent about may still be wrong.
 */
export function slipsIn(text: string, names: readonly FeelName[]): Slip[] {
  const known = new Set([...OWN, ...[...names, ...USER].flatMap(({ name }) => name.split('.'))]);
  for (const [, bound] of text.matchAll(/\b(?:for|some|every|,)\s*([A-Za-z_]\w*)\s+in\b/g)) known.add(bound ?? '');
  const slips: Slip[] = [];
  const open: { bracket: string; at: number }[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [token] = match;
    const [from, to] = [match.index, match.index + token.length];
    const unreadable = { from, to, code: 'expression.syntax' as const };
    if (token.startsWith('"')) {
      if (match[1] === '') slips.push(unreadable);
    } else if (token in PAIRS) {
      if (open.pop()?.bracket !== PAIRS[token]) slips.push(unreadable);
    } else if ('([{'.includes(token)) {
      open.push({ bracket: token, at: from });
    } else if (
      /^\w/.test(token) &&
      !known.has(token) &&
      !/^\s*[(:]/.test(text.slice(to)) &&
      !functions.includes(token)
    ) {
      slips.push({ from, to, code: 'expression.unknown-name', name: token });
    }
  }
  open.forEach(({ at }) => slips.push({ from: at, to: at + 1, code: 'expression.syntax' }));
  return slips.sort((left, right) => left.from - right.from);
}
