import { me, type Stored } from './data';

export type Test = { and: Test[] } | { or: Test[] } | { field: string; op: string; value?: unknown };

/** Whether a record is among those asked for. */
export function matches(test: Test, record: Stored): boolean {
  if ('and' in test) return test.and.every((each) => matches(each, record));
  if ('or' in test) return test.or.some((each) => matches(each, record));
  const raw = test.field === 'createdAt' ? record.createdAt : record.data[test.field];
  const value = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw;
  switch (test.op) {
    case 'in':
      return (test.value as unknown[]).includes(value);
    case 'contains':
      return String(value ?? '').includes(String(test.value));
    case 'last4':
      return String(value ?? '').endsWith(String(test.value));
    case 'isEmpty':
      return value === null || value === undefined;
    case 'between': {
      const [low, high] = test.value as [string, string];
      return String(value ?? '') >= low && String(value ?? '') <= high && value !== null;
    }
    case 'gte':
      return Number.isNaN(Number(value)) ? String(value) >= String(test.value) : Number(value) >= Number(test.value);
    case 'lte':
      return Number.isNaN(Number(value)) ? String(value) <= String(test.value) : Number(value) <= Number(test.value);
    case 'me':
      return value === me.id;
    default:
      return String(value) === String(test.value);
  }
}
