import { describe, expect, it } from 'vitest';
import type { InventoryField, InventoryForm } from '../../api';
import { csv, gapsOf, narrowed, usesOf } from './inventory';

const field = (patch: Partial<InventoryField>): InventoryField => ({
  field: 'mobile',
  title: '手机',
  type: 'phone',
  level: 'personal',
  kind: 'phone',
  purposes: ['sales'],
  lawfulBasis: null,
  retention: null,
  identifies: false,
  kept: true,
  encrypted: true,
  mask: 'phone',
  search: [],
  sight: [],
  ...patch,
});
const form = (key: string, fields: InventoryField[], retention: InventoryForm['retention'] = null): InventoryForm => ({
  app: 'crm',
  form: key,
  version: 1,
  title: key,
  subject: null,
  retention,
  records: null,
  fields,
});

describe('the inventory', () => {
  it('is narrowed by level, form, purpose and what is missing', () => {
    const forms = [
      form('customer', [field({}), field({ field: 'idNumber', level: 'sensitive', purposes: ['contract'] })]),
      form('company', [field({ field: 'fax', retention: 'P1Y' })]),
    ];
    const paths = (left: InventoryForm[]) => left.flatMap((one) => one.fields.map(({ field: key }) => key));
    expect(paths(narrowed(forms, { level: 'sensitive' }))).toEqual(['idNumber']);
    expect(paths(narrowed(forms, { form: 'company' }))).toEqual(['fax']);
    expect(paths(narrowed(forms, { purpose: 'sales' }))).toEqual(['mobile', 'fax']);
    expect(paths(narrowed(forms, { gaps: true }))).toEqual(['mobile', 'idNumber']);
    expect(narrowed(forms, { purpose: 'none' })).toEqual([]);
  });

  it('says what a definition leaves open', () => {
    const kept = form('customer', [], { keepFor: 'P3Y', from: 'createdAt', then: 'erase' });
    expect(gapsOf(kept, field({}))).toEqual([]);
    expect(gapsOf(form('customer', []), field({ purposes: [], kind: null }))).toEqual(['purpose', 'retention', 'kind']);
    expect(gapsOf(kept, field({ level: 'sensitive' }))).toEqual(['basis']);
    expect(gapsOf(form('customer', []), field({ kept: false }))).toEqual([]);
  });

  it('tells which fields name a purpose', () => {
    const uses = usesOf([form('customer', [field({ purposes: ['sales', 'service'] })]), form('company', [field({})])]);
    expect(uses.get('sales')).toHaveLength(2);
    expect(uses.get('service')?.map(({ form: { form: key } }) => key)).toEqual(['customer']);
    expect(uses.get('marketing')).toBeUndefined();
  });

  it('leaves as a file that starts no formula', () => {
    expect(
      csv([
        ['a', 'b,c', 'd"e'],
        ['=1+1', '@x', '-2'],
      ]),
    ).toBe('\ufeffa,"b,c","d""e"\r\n\'=1+1,\'@x,\'-2\r\n');
  });
});
