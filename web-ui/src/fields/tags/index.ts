import { defineField } from '../defineField';
import { asChosen } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const tags = defineField<string[]>({
  type: 'tags',
  Input,
  Cell,
  messages,
  standIn: asChosen,
  many: true,
  listed: true,
  sortable: false,
  operators: ['in', 'isEmpty', 'isNotEmpty'],
  validate: (value) =>
    value.flatMap((one, index) =>
      [...one.trim()].length > 50 ? [{ code: 'field.too-long', params: { maxLength: 50 }, pointer: `/${index}` }] : [],
    ),
  examples: { value: ['VIP', '老客户'], shown: /老客户/ },
});
