import { defineField, isEmpty } from '../defineField';
import { simpleType } from '../types';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

/** A row of a subform; `id` is the server's and is absent on a new row. */
export type Row = { id?: string } & Record<string, unknown>;

export const subform = defineField<Row[]>({
  type: 'subform',
  Input,
  Cell,
  Detail,
  messages,
  wide: true,
  listed: false,
  sortable: false,
  operators: ['isEmpty', 'isNotEmpty'],
  toWire: (rows, field) =>
    rows.map((row) => {
      const cells = (field.fields ?? []).flatMap((column): [string, unknown][] => {
        const value = row[column.key];
        if (column.formula || isMaskedCell(value)) return [];
        const type = simpleType(column.type);
        return [[column.key, isEmpty(value) ? null : type.toWire ? type.toWire(value, column) : value]];
      });
      return { ...(row.id ? { id: row.id } : {}), ...Object.fromEntries(cells) };
    }),
  validate: (rows, field) =>
    rows.flatMap((row, index) =>
      (field.fields ?? []).flatMap((column) => {
        const value = row[column.key];
        const pointer = `/${index}/${column.key}`;
        if (isMaskedCell(value) || column.formula) return [];
        if (isEmpty(value)) return column.required ? [{ code: 'field.required', pointer }] : [];
        return (simpleType(column.type).validate?.(value, column) ?? []).map((finding) => ({ ...finding, pointer }));
      }),
    ),
  examples: {
    value: [{ id: 'r1', product: '年费', quantity: '2' }],
    shown: /1|年费/,
    field: {
      fields: [
        { key: 'product', type: 'text', title: '产品' },
        { key: 'quantity', type: 'number', title: '数量', scale: 0 },
      ],
    },
  },
});

function isMaskedCell(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'masked' in value;
}
