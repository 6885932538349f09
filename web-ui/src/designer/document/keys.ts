import type { FormDocument } from '../../studio';
import { columnsOf, entryAt } from './containers';

/** Names that no field may have: those of the system, and the words of FEEL. */
const RESERVED = new Set(
  (
    'id status version createdAt createdBy updatedAt updatedBy user if then else for in return some every satisfies between and or not ' +
    'null true false function external instance of item partial'
  ).split(' '),
);

/** Of some types the name is a function of FEEL as well: those get another one. */
const BASES: Record<string, string> = {
  date: 'day',
  time: 'hour',
  'date-time': 'moment',
  duration: 'period',
  number: 'amount',
  switch: 'flag',
  file: 'attachment',
  relation: 'related',
  serial: 'no',
  formula: 'result',
  'id-card': 'idNumber',
  phone: 'mobile',
  'bank-card': 'bankCard',
};

export const FIELD_KEY = /^[a-z][A-Za-z0-9]*$/;

export function baseKey(type: string): string {
  return BASES[type] ?? type.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `text`, `text2`, `text3`: the first that is free. */
export function freshKey(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.replace(/\d+$/, '') || 'field';
  if (!taken.has(wanted) && !RESERVED.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const key = `${base}${number}`.slice(-40);
    if (!taken.has(key)) return key;
  }
}

/** Keys that are in use beside the new one: those of the form, or of one subform. */
export function takenKeys(document: FormDocument, subform?: string): Set<string> {
  const entries = subform === undefined ? document.fields : columnsOf(entryAt(document, subform));
  return new Set(entries.map((entry) => entry.key));
}

/** What is wrong with a key that somebody typed; undefined: nothing. */
export function keyProblem(key: string, taken: ReadonlySet<string>): 'pattern' | 'reserved' | 'taken' | undefined {
  if (!FIELD_KEY.test(key) || key.length > 40) return 'pattern';
  if (RESERVED.has(key)) return 'reserved';
  return taken.has(key) ? 'taken' : undefined;
}
