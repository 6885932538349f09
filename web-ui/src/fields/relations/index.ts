import { defineField, defineOperand } from '../defineField';
import type { Related } from '../parts/related';
import { whileEmpty } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { NamedCell } from './NamedCell';

export const relations = defineField<Related[]>({
  type: 'relations',
  Input,
  Cell,
  messages,
  standIn: whileEmpty,
  many: true,
  listed: true,
  sortable: false,
  operators: ['in', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.map((record) => record.id),
  byId: (id) => ({ id }),
  operand: defineOperand<Related[]>({
    Input,
    Cell: NamedCell,
    many: true,
    toWire: (value) => value.map((record) => record.id),
  }),
  examples: { value: [{ id: 'c1', title: '蓝海科技' }], shown: /蓝海科技/, field: { form: 'company' } },
});
