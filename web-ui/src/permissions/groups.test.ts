import { describe, expect, it } from 'vitest';
import type { FormDocument } from '../studio';
import {
  addGroup,
  clearAccess,
  copyGroup,
  groupsOf,
  moveGroup,
  newGroup,
  removeGroup,
  said,
  setAccess,
  unnamed,
} from './groups';

const form: FormDocument = {
  kind: 'form',
  key: 'f',
  title: 'F',
  fields: [
    { key: 'name', type: 'text', sensitivity: { level: 'personal' } },
    { key: 'amount', type: 'money' },
    { key: 'idNumber', type: 'id-card' },
    { key: 'open', type: 'text', sensitivity: { level: 'public' } },
    { key: 'part', type: 'section', fields: [] },
  ],
  permissionGroups: [
    { key: 'sales', members: {}, actions: ['read'], fields: { '*': 'read', idNumber: 'masked' } },
    { key: 'desk', members: {}, actions: [] },
  ],
};
const [sales, desk] = groupsOf(form);

describe('what a group says of a field', () => {
  it('is its own word, its word for all others, or the default of the level', () => {
    const [name, amount, id, open] = form.fields as never[];
    expect(said(sales as never, id as never)).toEqual({ access: 'masked', own: true });
    expect(said(sales as never, name as never)).toEqual({ access: 'read', own: false });
    expect([name, amount, id, open].map((field) => said(desk as never, field as never).access)).toEqual([
      'masked',
      'hidden',
      'masked',
      'read',
    ]);
  });

  it('is set for many at once and taken back', () => {
    const set = setAccess(['sales', 'desk'], ['name', 'amount'], 'edit')(form);
    expect(groupsOf(set).map((group) => group.fields)).toEqual([
      { '*': 'read', idNumber: 'masked', name: 'edit', amount: 'edit' },
      { name: 'edit', amount: 'edit' },
    ]);
    expect(groupsOf(clearAccess(['sales'], ['name', 'idNumber'])(set))[0]?.fields).toEqual({
      '*': 'read',
      amount: 'edit',
    });
    expect(groupsOf(form)[0]?.fields).toEqual({ '*': 'read', idNumber: 'masked' });
  });
});

describe('groups', () => {
  it('get keys of their own when added and copied', () => {
    const added = addGroup(newGroup(form, 'G'))(form);
    const twice = addGroup(newGroup(added, 'G'))(added);
    expect(groupsOf(twice).map(({ key }) => key)).toEqual(['sales', 'desk', 'group', 'group-2']);
    const copied = copyGroup(0, () => 'S copy')(form);
    expect(groupsOf(copied).map(({ key, title }) => [key, title])).toEqual([
      ['sales', undefined],
      ['sales-copy', 'S copy'],
      ['desk', undefined],
    ]);
  });

  it('move and go, and at the ends stay where they are', () => {
    expect(groupsOf(moveGroup(0, 1)(form)).map(({ key }) => key)).toEqual(['desk', 'sales']);
    expect(groupsOf(moveGroup(0, -1)(form)).map(({ key }) => key)).toEqual(['sales', 'desk']);
    expect(groupsOf(removeGroup(0)(form)).map(({ key }) => key)).toEqual(['desk']);
  });
});

it('a new protected field is asked of each group that speaks of all others, once', () => {
  const finding = (index: number, field: string) => ({
    code: 'group.new-field-unnamed',
    pointer: `/permissionGroups/${index}/fields`,
    params: { field },
  });
  expect(unnamed(form, [finding(0, 'name'), finding(1, 'name'), { code: 'field.unknown' }])).toEqual([
    { field: 'name', groups: ['sales', 'desk'] },
  ]);
});
