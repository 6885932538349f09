import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import vectors from '../../test/validators.json';
import { renderPage, startMessages } from '../testing/render';
import { fieldContract } from './contract';
import { FieldCell, FieldInput, fieldType, fieldTypes, readsFromTheRight } from './index';
import { bankCardReason } from './bank-card/validate';
import { idCardReason } from './id-card/validate';
import { phoneReason } from './phone/validate';
import { plateReason } from './plate/validate';
import { usccReason } from './uscc/validate';
import { findingsOf, sameValue, wireValue } from './wire';

for (const type of fieldTypes) fieldContract(type);

const field = (type: string, more = {}) => ({ key: 'value', title: '字段', type, ...more });

describe('the list of field types', () => {
  it('names each type once', () => {
    const keys = fieldTypes.map((type) => type.type);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('shows a type it does not know read-only instead of losing it', () => {
    expect(fieldType('hologram').type).toBe('unknown');
    expect(fieldType('hologram').generated).toBe(true);
  });
});

describe('validators', () => {
  it.each(vectors.cn_mobile)('phone $in gives $reason', (each) => {
    expect(phoneReason(each.in) ?? null).toBe(each.reason);
  });

  it.each(vectors.cn_id)('id-card $in gives $reason', (each) => {
    expect(idCardReason(each.in, new Date(`${vectors.clock}T00:00:00Z`)) ?? null).toBe(each.reason);
  });

  it.each(vectors.bank_card)('bank-card $in gives $reason', (each) => {
    expect(bankCardReason(each.in) ?? null).toBe(each.reason);
  });

  it.each(vectors.plate_cn)('plate $in gives $reason', (each) => {
    expect(plateReason(each.in) ?? null).toBe(each.reason);
  });

  it.each(vectors.uscc)('uscc $in gives $reason', (each) => {
    expect(usccReason(each.in) ?? null).toBe(each.reason);
  });

  it('give the codes of the server', () => {
    expect(findingsOf(field('phone'), '1380013800')).toEqual([
      { code: 'field.phone-invalid', params: { reason: 'LENGTH' } },
    ]);
    expect(findingsOf(field('number', { scale: 2 }), '1.234')).toEqual([{ code: 'field.scale', params: { scale: 2 } }]);
    expect(findingsOf(field('number', { minimum: 1 }), '0')).toEqual([
      { code: 'field.minimum', params: { minimum: '1' } },
    ]);
    expect(findingsOf(field('text', { maxLength: 2 }), '王小明')).toEqual([
      { code: 'field.too-long', params: { maxLength: 2 } },
    ]);
    expect(findingsOf(field('choice', { options: [{ value: 'A' }] }), 'B')).toEqual([{ code: 'field.option-unknown' }]);
    expect(findingsOf(field('email'), 'nobody')).toEqual([{ code: 'field.email-invalid' }]);
    expect(findingsOf(field('money'), '1.234')).toEqual([{ code: 'field.scale', params: { scale: 2 } }]);
    expect(findingsOf(field('rating'), 6)).toEqual([{ code: 'field.maximum', params: { maximum: '5' } }]);
    expect(findingsOf(field('url'), 'javascript:alert(1)')).toEqual([{ code: 'field.url-invalid' }]);
    expect(findingsOf(field('time'), '24:00')).toEqual([{ code: 'field.time-invalid' }]);
    expect(findingsOf(field('duration'), 'P1Y')).toEqual([{ code: 'field.duration-invalid' }]);
    expect(findingsOf(field('multi-choice', { options: [{ value: 'A' }] }), ['A', 'B'])).toEqual([
      { code: 'field.option-unknown', pointer: '/1' },
    ]);
    expect(findingsOf(field('geo'), { lat: 91, lng: 0 })).toEqual([
      { code: 'field.geo-range', params: { most: 90 }, pointer: '/lat' },
    ]);
  });

  it('point into the row and column of a subform', () => {
    const deals = field('subform', {
      fields: [
        { key: 'product', type: 'text', required: true },
        { key: 'quantity', type: 'number', minimum: 1 },
      ],
    });
    expect(findingsOf(deals, [{ product: '年费', quantity: '1' }, { quantity: '0' }])).toEqual([
      { code: 'field.required', pointer: '/1/product' },
      { code: 'field.minimum', params: { minimum: '1' }, pointer: '/1/quantity' },
    ]);
  });

  it('keep every digit of a large amount', () => {
    expect(wireValue(field('number', { scale: 2 }), '9007199254740993.01')).toBe('9007199254740993.01');
  });
});

describe('wire values', () => {
  it('send people, departments and relations as ids', () => {
    expect(wireValue(field('member'), { id: 'm1', name: '李雷' })).toBe('m1');
    expect(wireValue(field('relation'), { id: 'c1', title: '蓝海' })).toBe('c1');
    expect(wireValue(field('members'), [{ id: 'm1', name: '李雷' }])).toEqual(['m1']);
  });

  it('leave computed and masked cells out of subform rows', () => {
    const deals = field('subform', {
      fields: [
        { key: 'product', type: 'text' },
        { key: 'cost', type: 'number' },
        { key: 'sum', type: 'number', formula: '1' },
      ],
    });
    expect(wireValue(deals, [{ id: 'r1', product: '年费', cost: { masked: '***' }, sum: '3' }])).toEqual([
      { id: 'r1', product: '年费' },
    ]);
  });

  it('take an emptied value for no change when there was none', () => {
    expect(sameValue(field('text'), '', null)).toBe(true);
    expect(sameValue(field('text'), 'a', { masked: '***' })).toBe(false);
  });
});

describe('derived fields', () => {
  const context = { place: { tenant: 'demo', app: 'crm', form: 'customer' }, askReveal: vi.fn() };
  const total = field('roll-up', { aggregate: 'sum', result: { type: 'money', currency: 'CNY' } });

  it('read as their source does, under their own title', () => {
    startMessages();
    renderPage(
      <FieldCell
        field={field('look-up', { result: { type: 'phone' }, sensitivity: { level: 'personal' } })}
        value={{ masked: '138****8000' }}
        access="masked"
        context={context}
        detail
      />,
    );
    expect(screen.getByText('138****8000')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /查看 字段 明文/ })).toBeNull();
  });

  it('are shown plainly where the reader may not know their source', () => {
    startMessages();
    renderPage(<FieldCell field={field('roll-up', { aggregate: 'sum' })} value="12.50" context={context} />);
    expect(screen.getByText('12.50')).toBeInTheDocument();
  });

  it('say that they are filled later in a new record', () => {
    startMessages();
    const { container } = renderPage(
      <FieldInput
        id="control"
        field={total}
        value={undefined}
        original={undefined}
        replaceable={false}
        context={context}
        onChange={vi.fn()}
      />,
    );
    expect(screen.getByText('保存后自动汇总')).toBeInTheDocument();
    expect(container.querySelector('input, textarea')).toBeNull();
  });

  it('stand right where they are digits, and are neither sorted nor filtered', () => {
    expect(readsFromTheRight(total)).toBe(true);
    expect(readsFromTheRight(field('look-up', { result: { type: 'choice' } }))).toBe(false);
    for (const type of ['look-up', 'roll-up'].map(fieldType)) {
      expect(type.sortable).toBe(false);
      expect(type.operators).toEqual([]);
    }
  });
});

describe('number input', () => {
  it('gives a decimal string, not a double', () => {
    startMessages();
    const changed = vi.fn();
    const { Input } = fieldType('number');
    renderPage(
      <>
        <label htmlFor="n">金额</label>
        <Input
          id="n"
          field={field('number', { scale: 2 })}
          value={undefined}
          context={{ place: { tenant: 't', app: 'a', form: 'f' } }}
          onChange={changed}
        />
      </>,
    );
    fireEvent.change(screen.getByLabelText('金额'), { target: { value: '12345678901234567.89' } });
    expect(changed).toHaveBeenLastCalledWith('12345678901234567.89');
  });
});
