import { describe, expect, it } from 'vitest';
import { parseForm } from '../../schema';
import { aCustomer, customerAnswer } from '../../testing/forms';
import { askedOf, fieldAt, relatedKeys, titleAt } from './asked';

const form = parseForm(customerAnswer);
const company = parseForm({
  key: 'company',
  title: '公司',
  fields: [
    { key: 'title', type: 'text', title: '名称', sensitivity: { level: 'internal' } },
    { key: 'contact', type: 'phone', title: '联系电话', sensitivity: { level: 'personal' } },
  ],
});
const related = new Map([['company', company]]);
const t = (key: string) => key;

describe('what one can ask of records', () => {
  it('is on the record, in the rows of its subforms, on related records and what all records have', () => {
    const paths = askedOf(form, related, [aCustomer()], t).map(({ asked }) => asked.map(({ path }) => path));
    expect(paths).toHaveLength(4);
    expect(paths[0]).toEqual(expect.arrayContaining(['name', 'level', 'owner']));
    expect(paths[1]).toEqual(['company.title', ...system('company.')]);
    expect(paths[2]).toEqual(['deals.product', 'deals.quantity', 'deals.price', 'deals.sum']);
    expect(paths[3]).toEqual(system(''));
  });

  it('leaves out what is encrypted elsewhere, and forms that are not for this reader', () => {
    const all = askedOf(form, new Map(), [aCustomer()], t).flatMap(({ asked }) => asked.map(({ path }) => path));
    expect(all.filter((path) => path.startsWith('company.'))).toEqual([]);
    expect(fieldAt(form, new Map(), 'company.title')).toBeUndefined();
    expect(titleAt(form, new Map(), 'company.title', t)).toBe('所属公司 › filter.otherField');
  });

  it('is named by its whole way', () => {
    expect(titleAt(form, related, 'company.title', t)).toBe('所属公司 › 名称');
    expect(titleAt(form, related, 'company.createdAt', t)).toBe('所属公司 › filter.system.createdAt');
    expect(titleAt(form, related, 'deals.product', t)).toBe('成交明细 › 产品');
    expect(titleAt(form, related, 'createdBy', t)).toBe('filter.system.createdBy');
    expect(relatedKeys(form)).toEqual(['company']);
    expect(relatedKeys(form, ['level', 'companyName'])).toEqual([]);
  });
});

const system = (before: string) =>
  ['createdAt', 'updatedAt', 'status', 'createdBy', 'updatedBy'].map((key) => before + key);
