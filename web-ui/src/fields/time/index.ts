import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const time = defineField<string>({
  type: 'time',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: true,
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  validate: (value) => (/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value) ? [] : [{ code: 'field.time-invalid' }]),
  examples: { value: '09:30', shown: /09:30/ },
});
