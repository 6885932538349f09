import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const text = defineField<string>({
  type: 'text',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: true,
  operators: ['contains', 'eq', 'startsWith', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value, field) =>
    field.maxLength !== undefined && [...value.trim()].length > field.maxLength
      ? [{ code: 'field.too-long', params: { maxLength: field.maxLength } }]
      : [],
  examples: { value: '王小明', shown: /王小明/ },
});
