import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

/** A calendar day `yyyy-mm-dd`, without a time zone. */
export const date = defineField<string>({
  type: 'date',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: true,
  day: 'date',
  operators: ['eq', 'gte', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  operatorWords: { gte: 'filter.day.gte', lte: 'filter.day.lte' },
  validate: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? [] : [{ code: 'field.date-invalid' }]),
  examples: { value: '1990-05-17', shown: /1990/ },
});
