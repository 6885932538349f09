// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { customerAnswer } from '../testing/forms';
import { parseForm } from './form';
import { computeLive } from './live';

const form = parseForm(customerAnswer);
const user = { id: 'm1', name: '李雷' };
const live = (data: Record<string, unknown>) => computeLive(form, data, user);

describe('live formulas and rules', () => {
  it('compute rows first, then what sums them, at the scale of each field', () => {
    const { data, complete } = live({
      level: 'C',
      deals: [
        { quantity: '3', price: '19.95' },
        { quantity: '1', price: '0.1' },
      ],
    });
    expect(data['deals']).toEqual([
      { quantity: '3', price: '19.95', sum: '59.85' },
      { quantity: '1', price: '0.1', sum: '0.10' },
    ]);
    expect(data['amount']).toBe('59.95');
    expect(complete).toBe(true);
  });

  it('require and show by condition, and hide what a rule shows until then', () => {
    const quiet = live({ level: 'C', creditLimit: null });
    expect(quiet.shown.has('contract')).toBe(false);
    expect(quiet.required.has('idNumber')).toBe(false);
    const limit = live({ level: 'C', creditLimit: '100.00' });
    expect(limit.shown.has('contract')).toBe(true);
    expect([...limit.required].sort()).toEqual(['idNumber', 'mobile', 'name']);
    expect(live({ level: 'A' }).required.has('creditLimit')).toBe(true);
  });

  it('report a failed check at its field in the designer’s words', () => {
    expect(live({ creditLimit: '-1' }).findings).toMatchObject([
      { pointer: '/data/creditLimit', code: 'record.check-failed' },
    ]);
    expect(live({ creditLimit: null }).findings).toEqual([]);
  });

  it('read the words of rich text, not its markup', () => {
    const form = parseForm({
      definition: {
        key: 'x',
        fields: [
          { key: 'story', type: 'rich-text' },
          { key: 'size', type: 'number', formula: 'string length(story)' },
        ],
        rules: [{ check: 'story != null', message: '!', at: 'story' }],
      },
      compiled: {
        formulas: { size: { tree: ['call', 'string length', ['get', 'string', 'story']] } },
        rules: [{ check: ['not', ['is null', ['get', 'string', 'story']]] }],
      },
    });
    const told = computeLive(form, { story: '<p>一<strong>二</strong></p><p>三 &amp;</p>' }, user);
    expect(told.complete).toBe(true);
    expect(told.data['size']).toBe('6');
    expect(told.findings).toEqual([]);
    expect(computeLive(form, { story: '<p></p>' }, user).findings).toHaveLength(1);
  });

  it('ask the server when an input is withheld from this reader', () => {
    const withheld = live({ level: { masked: '***' }, creditLimit: null });
    expect(withheld.complete).toBe(false);
    expect(withheld.required.has('creditLimit')).toBe(false);
    expect(live({ deals: [{ quantity: '1', price: { masked: '***' } }] }).complete).toBe(false);
  });

  it('ask the server when a tree is missing or of a newer server', () => {
    const newer = parseForm({
      ...customerAnswer,
      compiled: { formulas: {}, rules: [{ when: ['power', ['number', '2']] }] },
    });
    expect(computeLive(newer, { deals: [{ quantity: '1' }] }, user).complete).toBe(false);
  });
});

describe('a form definition', () => {
  it('loses no field that the layout forgets, and no section that this reader cannot fill', () => {
    const short = parseForm({
      definition: {
        key: 'x',
        fields: [
          { key: 'a', type: 'text' },
          { key: 'b', type: 'text' },
        ],
        layout: [
          { section: 'One', fields: ['a', 'gone'] },
          { section: 'Two', fields: ['gone'] },
        ],
      },
    });
    expect(short.layout.map((section) => section.fields)).toEqual([['a'], ['b']]);
  });

  it('takes an unknown level for the strictest', () => {
    const odd = parseForm({ key: 'x', fields: [{ key: 'a', type: 'text', sensitivity: { level: 'cosmic' } }] });
    expect(odd.fields[0]).toBeDefined();
  });
});
