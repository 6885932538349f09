import { describe, expect, it } from 'vitest';
import { differences, merged, same, type Json } from './merge';

const field = (key: string, more: object = {}) => ({ key, type: 'text', ...more }) as Json;
const form = (fields: Json[], more: object = {}) => ({ kind: 'form', key: 'f', title: 'F', fields, ...more }) as Json;
const base = form([field('a', { title: 'A' }), field('b', { title: 'B' })], { layout: [{ fields: ['a', 'b'] }] });

describe('differences', () => {
  const cases: [name: string, before: Json, after: Json, told: string[]][] = [
    ['nothing', base, base, []],
    ['the order of properties alone', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    [
      'a changed property of a named item',
      base,
      form([field('a', { title: 'A2' }), field('b', { title: 'B' })], { layout: [{ fields: ['a', 'b'] }] }),
      ['changed fields/a/title'],
    ],
    ['an item more', form([field('a')]), form([field('a'), field('c')]), ['added fields/c']],
    ['an item less', form([field('a'), field('c')]), form([field('c')]), ['removed fields/a']],
    ['items that changed places', form([field('a'), field('c')]), form([field('c'), field('a')]), ['moved fields']],
  ];
  it.each(cases)('tell %s', (_, before, after, told) => {
    expect(differences(before, after).map(({ kind, place }) => `${kind} ${place.join('/')}`)).toEqual(told);
  });
});

describe('documents', () => {
  it('say the same in any order of properties, and whatever is undefined', () => {
    expect(same({ a: 1, b: [{ c: null }] }, { b: [{ c: null, d: undefined }], a: 1 })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: null }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: [] }, { a: {} }],
    [{ a: '1' }, { a: 1 }],
    [null, {}],
  ])('differ: %j and %j', (one, other) => {
    expect(same(one, other)).toBe(false);
    expect(same(other, one)).toBe(false);
  });
});

describe('two designers', () => {
  const cases: [name: string, mine: Json, theirs: Json, together: Json][] = [
    [
      'who change different fields',
      form([field('a', { title: 'mine' }), field('b', { title: 'B' })], { layout: [{ fields: ['a', 'b'] }] }),
      form([field('a', { title: 'A' }), field('b', { title: 'theirs' })], { layout: [{ fields: ['a', 'b'] }] }),
      form([field('a', { title: 'mine' }), field('b', { title: 'theirs' })], { layout: [{ fields: ['a', 'b'] }] }),
    ],
    [
      'who both add a field',
      form([field('a', { title: 'A' }), field('m'), field('b', { title: 'B' })], {
        layout: [{ fields: ['a', 'm', 'b'] }],
      }),
      form([field('a', { title: 'A' }), field('b', { title: 'B' }), field('t')], {
        layout: [{ fields: ['a', 'b', 't'] }],
      }),
      form([field('a', { title: 'A' }), field('m'), field('b', { title: 'B' }), field('t')], {
        layout: [{ fields: ['a', 'm', 'b', 't'] }],
      }),
    ],
    [
      'of whom one removes and one renames another',
      form([field('b', { title: 'B' })], { layout: [{ fields: ['b'] }] }),
      form([field('a', { title: 'A' }), field('b', { title: 'B2' })], { layout: [{ fields: ['a', 'b'] }] }),
      form([field('b', { title: 'B2' })], { layout: [{ fields: ['b'] }] }),
    ],
    [
      'of whom one moves and one changes',
      form([field('b', { title: 'B' }), field('a', { title: 'A' })], { layout: [{ fields: ['b', 'a'] }] }),
      form([field('a', { title: 'A', required: true }), field('b', { title: 'B' })], {
        layout: [{ fields: ['a', 'b'] }],
      }),
      form([field('b', { title: 'B' }), field('a', { title: 'A', required: true })], {
        layout: [{ fields: ['b', 'a'] }],
      }),
    ],
  ];
  it.each(cases)('%s lose nothing', (_, mine, theirs, together) => {
    const { document, clashes } = merged(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(document).toEqual(together);
  });

  it('who change the same clash, and a person says whose counts', () => {
    const mine = form([field('a', { title: 'mine' }), field('b', { title: 'B' })], {
      layout: [{ fields: ['a', 'b'] }],
    });
    const theirs = form([field('a', { title: 'theirs' }), field('b', { title: 'B' })], {
      layout: [{ fields: ['a', 'b'] }],
    });
    expect(merged(base, mine, theirs).clashes).toEqual([
      { place: ['fields', 'a', 'title'], mine: 'mine', theirs: 'theirs' },
    ]);
    expect(merged(base, mine, theirs).document).toEqual(theirs);
    expect(merged(base, mine, theirs, () => 'mine').document).toEqual(mine);
  });

  it('of whom one removes what the other changed clash', () => {
    const mine = form([field('b', { title: 'B' })], { layout: [{ fields: ['b'] }] });
    const theirs = form([field('a', { title: 'changed' }), field('b', { title: 'B' })], {
      layout: [{ fields: ['a', 'b'] }],
    });
    expect(merged(base, mine, theirs).clashes.map(({ place }) => place.join('/'))).toEqual(['fields/a']);
  });
});
