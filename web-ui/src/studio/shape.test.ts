import { expect, it } from 'vitest';
import { newForm } from './document';
import { isFormShape } from './shape';

const form = newForm('visit', { 'zh-CN': '拜访' });

it('a form is told from what cannot be drawn', () => {
  expect(isFormShape(form)).toBe(true);
  expect(
    isFormShape({ ...form, fields: [{ key: 'a', type: 'subform', fields: [{ key: 'b', type: 'no-such' }] }] }),
  ).toBe(true);
  expect(isFormShape({ ...form, layout: undefined, permissionGroups: undefined })).toBe(true);
});

it.each([
  [{}],
  [[]],
  [{ ...form, fields: 'x' }],
  [{ ...form, fields: [{ key: 'a' }] }],
  [{ ...form, fields: [null] }],
  [{ ...form, fields: [{ key: 'a', type: 'choice', options: [1] }] }],
  [{ ...form, fields: [{ key: 'a', type: 'tabs', tabs: [{ title: 'x' }] }] }],
  [{ ...form, layout: 7 }],
  [{ ...form, layout: [{ fields: [1] }] }],
  [{ ...form, title: 5 }],
  [{ ...form, permissionGroups: [{ key: 'a' }] }],
  [{ ...form, rules: [{ show: 'a' }] }],
])('%j is none', (written) => {
  expect(isFormShape(written)).toBe(false);
});
