import { expect, it } from 'vitest';
import type { FormDocument } from '../../studio';
import { usesOf } from './uses';

const document: FormDocument = {
  kind: 'form',
  key: 'order',
  title: '订单',
  fields: [
    { key: 'amount', type: 'number', title: '金额' },
    { key: 'twice', type: 'number', title: '两倍', formula: 'amount * 2' },
    { key: 'note', type: 'text', title: '备注', default: { formula: '"amount" + string(amounts)' } },
    {
      key: 'deals',
      type: 'subform',
      title: '明细',
      fields: [
        { key: 'price', type: 'number', title: '单价' },
        { key: 'total', type: 'number', title: '小计', formula: 'price * 2' },
      ],
    },
    { key: 'sum', type: 'number', title: '合计', formula: 'sum(deals.price)' },
  ],
  rules: [
    { when: 'amount > 5', show: ['note'] },
    { when: 'twice > 5', set: { note: 'string(amount)' } },
  ],
  permissionGroups: [{ key: 'a', members: {}, actions: ['read'], fields: {}, scope: 'amount > 3' }],
};

it('a field is used by whatever names it in an expression', () => {
  const { fields, rules, groups, views } = usesOf(document, 'amount');
  expect(fields.map(({ key }) => key)).toEqual(['twice']);
  expect([rules, groups, views]).toEqual([2, 1, 0]);
  expect(usesOf(document, 'note')).toEqual({ fields: [], rules: 0, groups: 0, views: 0 });
});

it('a column is named bare in its rows and behind its subform elsewhere', () => {
  expect(usesOf(document, 'deals.price').fields.map(({ key }) => key)).toEqual(['total', 'sum']);
  expect(usesOf(document, 'deals.total').fields).toEqual([]);
  expect(usesOf(document, 'deals').fields.map(({ key }) => key)).toEqual(['sum']);
});
