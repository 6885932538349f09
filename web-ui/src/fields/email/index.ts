import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { emailFindings } from './validate';

export const email = defineField<string>({
  type: 'email',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'contains', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: emailFindings,
  examples: { value: 'wang@example.com', shown: /wang@example\.com/ },
});
