import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate, type Portable, toText } from './index';

type Case = readonly [expression: string, tree: Portable, expected: unknown];

const file = join(import.meta.dirname, '../../../../form-engine/src/test/resources/expression/tck-portable.json');
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];

describe('the browser computes what the engine computes on the cases of the DMN TCK', () => {
  it('on every case that is portable', () => {
    expect(cases.length).toBeGreaterThan(300);
  });

  it.each(cases)('%s', (_, tree, expected) => {
    const value = evaluate(tree, {}, { today: '2026-03-02' });
    expect(typeof value === 'boolean' ? value : toText(value)).toEqual(expected);
  });
});
