import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const formula = defineField<string | boolean>({
  type: 'formula',
  Input,
  Cell,
  messages,
  generated: true,
  listed: true,
  sortable: true,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  examples: { value: '1234.50', shown: /1,234\.50/, field: { of: 'money', formula: '1 + 1' } },
});
