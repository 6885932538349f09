import { expect, it } from 'vitest';
import type { FormDocument } from '../../studio';
import { linkageOf } from './linked';
import { renamedAt } from './operations';
import { usesOf } from './uses';

const document: FormDocument = {
  kind: 'form',
  key: 'order',
  title: '订单',
  fields: [
    { key: 'mobile', type: 'phone', title: '手机' },
    { key: 'city', type: 'text', title: '城市' },
    {
      key: 'company',
      type: 'text',
      title: '公司',
      default: { linkage: { form: 'customer', where: 'phone = mobile and city = record.city', field: 'mobile' } },
    },
    { key: 'last', type: 'text', default: { linkage: { form: 'order', where: 'city = record.city', field: 'city' } } },
  ],
};
const theirs = (form: string) => (form === 'customer' ? new Set(['phone', 'city', 'tel']) : undefined);
const where = (form: FormDocument, key: string) => {
  const field = form.fields.find((each) => each.key === key);
  return field && linkageOf(field as never);
};

it('what a field begins with from another form follows a key of this one, and no key of that one', () => {
  const next = renamedAt(document, 'mobile', 'handy', theirs);
  expect(where(next, 'company')).toMatchObject({ where: 'phone = handy and city = record.city', field: 'mobile' });
  expect(where(renamedAt(document, 'mobile', 'tel', theirs), 'company')?.where).toBe(
    'phone = record.tel and city = record.city',
  );
  expect(where(renamedAt(document, 'city', 'town', theirs), 'company')?.where).toBe(
    'phone = mobile and city = record.town',
  );
});

it('a form that begins with its own records follows on both sides', () => {
  const next = renamedAt(document, 'city', 'town', theirs);
  expect(where(next, 'last')).toEqual({ form: 'order', where: 'town = record.town', field: 'town' });
});

it('while the other form is not known, only what is surely of this one follows', () => {
  expect(where(renamedAt(document, 'mobile', 'handy'), 'company')?.where).toBe('phone = mobile and city = record.city');
});

it('such a default uses what it names', () => {
  expect(usesOf(document, 'mobile', theirs).fields.map(({ key }) => key)).toEqual(['company']);
  expect(usesOf(document, 'city', theirs).fields.map(({ key }) => key)).toEqual(['company', 'last']);
  expect(usesOf(document, 'company', theirs).fields).toEqual([]);
});
