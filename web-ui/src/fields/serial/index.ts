import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const serial = defineField<string>({
  type: 'serial',
  Input,
  Cell,
  messages,
  generated: true,
  listed: true,
  sortable: true,
  operators: ['eq', 'startsWith', 'contains'],
  examples: { value: 'KH-202601-00001', shown: /KH-202601-00001/ },
});
