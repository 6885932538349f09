import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const toggle = defineField<boolean>({
  type: 'switch',
  Input,
  Cell,
  messages,
  listed: true,
  sortable: true,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  examples: { value: true, shown: /是/ },
});
