import { defineField, defineOperand } from '../defineField';
import { whileEmpty } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { NamedCell } from './NamedCell';
import { messages } from './messages';
import type { Related } from '../parts/related';

export const relation = defineField<Related>({
  type: 'relation',
  Input,
  Cell,
  messages,
  standIn: whileEmpty,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.id,
  byId: (id) => ({ id }),
  operand: defineOperand<Related>({ Input, Cell: NamedCell, toWire: (value) => value.id }),
  examples: { value: { id: 'c1', title: '蓝海科技' }, shown: /蓝海科技/, field: { form: 'company' } },
});
