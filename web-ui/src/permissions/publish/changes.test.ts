import { expect, it } from 'vitest';
import type { FormDocument } from '../../studio';
import { comparable, fieldChanges } from './changes';

const form = (fields: unknown[]): FormDocument => ({ kind: 'form', key: 'f', title: 'F', fields: fields as never });

it('tells what is new, gone, of another type or level, in subforms too', () => {
  const before = form([
    { key: 'name', type: 'text', sensitivity: { level: 'internal' } },
    { key: 'old', type: 'number' },
    { key: 'amount', type: 'number' },
    { key: 'rows', type: 'subform', fields: [{ key: 'price', type: 'money' }] },
  ]);
  const after = form([
    { key: 'name', type: 'text', sensitivity: { level: 'personal' } },
    { key: 'amount', type: 'money' },
    {
      key: 'rows',
      type: 'subform',
      fields: [
        { key: 'price', type: 'money' },
        { key: 'count', type: 'number' },
      ],
    },
    { key: 'part', type: 'section' },
  ]);
  expect(fieldChanges(before, after).map(({ kind, field, from, to }) => [kind, field.key, from, to])).toEqual([
    ['level', 'name', 'internal', 'personal'],
    ['type', 'amount', 'number', 'money'],
    ['added', 'rows.count', undefined, undefined],
    ['removed', 'old', undefined, undefined],
  ]);
  expect(fieldChanges(undefined, before)).toHaveLength(5);
});

it('a draft and what the server tells of the same version do not differ', () => {
  const draft = form([{ key: 'id', type: 'id-card' }]);
  const told = {
    ...form([{ key: 'id', type: 'id-card', sensitivity: { level: 'sensitive' }, result: { type: 'text' } }]),
    version: 3,
    rules: [],
    views: [],
    compiled: {},
    actions: ['read'],
  };
  expect(comparable(told as never)).toEqual(comparable(draft as never));
});
