import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

export const longText = defineField<string>({
  type: 'long-text',
  Input,
  Cell,
  Detail,
  messages,
  standIn: { lines: 3, text: () => undefined },
  wide: true,
  listed: false,
  sortable: false,
  operators: ['contains', 'isEmpty', 'isNotEmpty'],
  validate: (value, field) =>
    field.maxLength !== undefined && [...value].length > field.maxLength
      ? [{ code: 'field.too-long', params: { maxLength: field.maxLength } }]
      : [],
  examples: { value: '第一行\n第二行', shown: /第一行/ },
});
