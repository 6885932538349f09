import { defineField } from '../defineField';
import dayjs from 'dayjs';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const dateTime = defineField<string>({
  type: 'date-time',
  Input,
  Cell,
  messages,
  standIn: { lines: 1, text: (value) => dayjs(value).format('YYYY-MM-DD HH:mm') },
  listed: true,
  sortable: true,
  day: 'instant',
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  validate: (value) => (Number.isNaN(Date.parse(value)) ? [{ code: 'field.date-time-invalid' }] : []),
  examples: { value: '2026-03-02T10:30:00Z', shown: /2026.*30/ },
});
