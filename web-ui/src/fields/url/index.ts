import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { isUrl } from './validate';

export const url = defineField<string>({
  type: 'url',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['contains', 'eq', 'startsWith', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => (isUrl(value.trim()) ? [] : [{ code: 'field.url-invalid' }]),
  examples: { value: 'https://example.com/a?b=c', shown: /example\.com\/a/ },
});
