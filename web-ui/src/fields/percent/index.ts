import { defineField } from '../defineField';
import { decimalFindings } from '../parts/decimal';
import { asNumber } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const percent = defineField<string>({
  type: 'percent',
  Input,
  Cell,
  messages,
  standIn: asNumber,
  numeric: true,
  listed: true,
  sortable: true,
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => String(value),
  validate: (value, field) => decimalFindings(value, field),
  examples: { value: '12.5', shown: /12\.5%/ },
});
