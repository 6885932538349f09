import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { secondsOf } from './parts';

export const duration = defineField<string>({
  type: 'duration',
  Input,
  Cell,
  messages,
  listed: true,
  sortable: true,
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  validate: (value) => (secondsOf(value) === undefined ? [{ code: 'field.duration-invalid' }] : []),
  examples: { value: 'PT26H', shown: /1.*2/ },
});
