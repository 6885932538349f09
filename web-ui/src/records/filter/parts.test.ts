import { describe, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { customerAnswer } from '../../testing/forms';
import { conditionsIn, parsedParts, partsFrom, partsOf, ready, rootOf, type Part } from './parts';
import { toFilter } from './toFilter';

const form = parseForm(customerAnswer);
const isA: Part = { field: 'level', op: 'in', value: ['A'] };
const mine: Part = { field: 'createdBy', op: 'me' };
const large: Part = { field: 'deals.price', op: 'gte', value: '100' };
const works: Part = { field: 'company.owner', op: 'eq', value: { id: 'm1', name: '李雷' } };

describe('parts of a filter', () => {
  it.each<[string, Part[], unknown]>([
    ['nothing asks for everything', [], undefined],
    ['one condition stands by itself', [isA], { field: 'level', op: 'in', value: ['A'] }],
    ['conditions hold together', [isA, mine], { and: [isA, mine] }],
    ['any of a group', [{ match: 'any', parts: [isA, mine] }], { or: [isA, mine] }],
    ['none of a group', [{ match: 'none', parts: [isA, mine] }], { not: { or: [isA, mine] } }],
    ['none of one', [{ match: 'none', parts: [isA] }], { not: isA }],
    [
      'a group in a group',
      [mine, { match: 'any', parts: [isA, { match: 'all', parts: [mine, large] }] }],
      { and: [mine, { or: [isA, { and: [mine, large] }] }] },
    ],
    ['people of a related record go by their ids', [works], { field: 'company.owner', op: 'eq', value: 'm1' }],
    [
      'what is half typed is left out, with the group that holds nothing else',
      [isA, { match: 'any', parts: [{ field: 'deals.price', op: 'gte' }] }],
      { field: 'level', op: 'in', value: ['A'] },
    ],
  ])('%s', (_, parts, sent) => {
    expect(toFilter(form, parts)).toEqual(sent);
  });

  it('come back from what was sent', () => {
    for (const parts of [
      [],
      [isA],
      [isA, mine],
      [{ match: 'any' as const, parts: [isA, { match: 'all' as const, parts: [mine, large] }] }],
      [mine, { match: 'none' as const, parts: [isA, large] }],
    ])
      expect(partsFrom(toFilter(form, parts))).toEqual(parts);
    expect(partsFrom({ not: { and: [isA, mine] } } as never)).toEqual([
      { match: 'none', parts: [{ match: 'all', parts: [isA, mine] }] },
    ]);
    expect(partsFrom({ sometimes: [] } as never)).toBeUndefined();
  });

  it('are one group when one group is all there is', () => {
    const any: Part = { match: 'any', parts: [isA, mine] };
    expect(rootOf([any])).toBe(any);
    expect(partsOf(rootOf([any]))).toEqual([any]);
    expect(partsOf(rootOf([isA, any]))).toEqual([isA, any]);
    expect(partsOf({ match: 'any', parts: [] })).toEqual([]);
    expect(conditionsIn([isA, any])).toEqual([isA, isA, mine]);
  });

  it('are read from an address with whatever else stands there', () => {
    const any: Part = { match: 'any', parts: [isA] };
    expect(parsedParts([isA, any, null, 7, { field: 1 }, { match: 'some', parts: [isA] }])).toEqual([isA, any]);
    expect(parsedParts('?')).toEqual([]);
    expect(ready([{ match: 'any', parts: [] }])).toEqual([]);
  });
});
