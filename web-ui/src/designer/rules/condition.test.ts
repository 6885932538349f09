import { describe, expect, it } from 'vitest';
import type { Field } from '../../schema';
import { readCondition, writeCondition } from './condition';

const fields: Field[] = [
  { key: 'level', type: 'choice', options: [{ value: 'A' }] },
  { key: 'amount', type: 'number' },
  { key: 'name', type: 'text' },
  { key: 'day', type: 'date' },
  { key: 'tags', type: 'multi-choice' },
  { key: 'ok', type: 'switch' },
];

describe('a condition of parts', () => {
  it.each([
    'level = "A"',
    'level = "A" or amount > 0',
    'amount >= 12.5 and name = null and day != null',
    'day < date("2026-11-26")',
    'list contains(tags, "x and y") and ok = true',
    'contains(name, "a \\"b\\" or c")',
  ])('%s is read and written the same', (text) => {
    const read = readCondition(text, fields);
    expect(read && writeCondition(read, fields)).toBe(text);
  });

  it.each(['amount > 0 and level = "A" or ok = true', 'sum(amount) > 3', 'gone = 1', 'amount > name', 'not(ok)'])(
    '%s is left to be written',
    (text) => expect(readCondition(text, fields)).toBeUndefined(),
  );

  it('leaves out what has no value yet', () => {
    const parts = [
      { field: 'amount', op: '>' as const, value: '' },
      { field: 'name', op: 'filled' as const, value: '' },
    ];
    expect(writeCondition({ join: 'and', parts }, fields)).toBe('name != null');
  });
});
