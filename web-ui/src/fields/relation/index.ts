import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export interface Related {
  id: string;
  title?: string | { masked: string };
}

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
