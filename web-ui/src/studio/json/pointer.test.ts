import { expect, it } from 'vitest';
import { whereIn } from './pointer';

const text = JSON.stringify(
  { key: 'f', fields: [{ key: 'a,]' }, { key: 'b', options: [{ value: '}"' }] }], 'odd/name': { '~x': 1 } },
  null,
  2,
);
const at = (pointer: string) => {
  const { from, to } = whereIn(text, pointer);
  return text.slice(from, to);
};

it.each([
  ['/key', '"f"'],
  ['/fields/0/key', '"a,]"'],
  ['/fields/1/options/0/value', '"}\\""'],
  ['/odd~1name/~0x', '1'],
  ['/fields/1', '{'],
  ['/fields/1/sensitivity/level', '{'],
  ['', '{'],
])('finds %s', (pointer, found) => expect(at(pointer)).toBe(found));
