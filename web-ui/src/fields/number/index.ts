import { defineField } from '../defineField';
import { decimalFindings } from '../parts/decimal';
import { asNumber } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

/** A decimal string on the wire and in memory: money never passes through a double. */
export const number = defineField<string>({
  type: 'number',
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
  examples: { value: '1234567.50', shown: /1,234,567\.50/, field: { scale: 2 } },
});
