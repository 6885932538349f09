import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import type { Related } from '../parts/related';

export const relation = defineField<Related>({
  type: 'relation',
  Input,
  Cell,
  messages,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.id,
  examples: { value: { id: 'c1', title: '蓝海科技' }, shown: /蓝海科技/, field: { form: 'company' } },
});
