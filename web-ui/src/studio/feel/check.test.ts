import { expect, it } from 'vitest';
import { slipsIn } from './check';

const names = [
  { name: 'amount', type: 'number', title: '金额' },
  { name: 'deals', type: 'list', title: '明细' },
  { name: 'deals.price', type: 'number', title: '单价' },
];
const told = (text: string) => slipsIn(text, names).map(({ code, name, from }) => `${code} ${name ?? ''} ${from}`);

it('names that nobody knows are told with their place', () => {
  expect(told('amout > 5 and amount < 9')).toEqual(['expression.unknown-name amout 0']);
  expect(told('sum(deals.price) + totl')).toEqual(['expression.unknown-name totl 19']);
});

it('whatever an expression may name is not taken for a slip', () => {
  for (const text of [
    'if amount > 5 then "amout" else null',
    'sum(deals.price) > 3 and user.roles[1] = "a"',
    'some row in deals satisfies row.price > 3',
    'for a in deals, b in deals return a.price + b.price',
    'deals[price > 3 and item.price < 9]',
    'string length("x") + day of week(today())',
    '{least: 3}.least + amount // nobody reads this',
    '',
  ])
    expect(told(text), text).toEqual([]);
});

it('brackets and texts that are left open are told', () => {
  expect(told('sum(amount')).toEqual(['expression.syntax  3']);
  expect(told('(amount] + 1')).toEqual(['expression.syntax  7']);
  expect(told('amount)')).toEqual(['expression.syntax  6']);
  expect(told('"left open')).toEqual(['expression.syntax  0']);
});
