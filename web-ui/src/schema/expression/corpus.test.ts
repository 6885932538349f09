import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate, isContext, type Context, type Portable, toText } from './index';

interface Example {
  readonly expression: string;
  readonly variables: Context;
  readonly expected: unknown;
}

const folder = join(import.meta.dirname, '../../../../form-engine/src/test/resources/expression');
const load = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const corpus = load('corpus.json') as { readonly cases: readonly Example[] };
const trees = load('portable.json') as Readonly<Record<string, Portable>>;

/** `now` of the corpus lies on this day in its zone. */
const clock = { today: '2026-03-02' };

describe('the browser computes what the server computes', () => {
  const portable = corpus.cases.filter((example) => example.expression in trees);

  it('for most of the corpus', () => {
    expect(portable.length).toBeGreaterThan(180);
  });

  it.each(portable.map((example) => [example.expression, JSON.stringify(example.variables), example] as const))(
    '%s on %s',
    (expression, _, { variables, expected }) => {
      const value = evaluate(trees[expression] as Portable, variables, clock);
      expect(typeof value === 'boolean' || isContext(value) ? value : toText(value)).toEqual(expected);
    },
  );
});
