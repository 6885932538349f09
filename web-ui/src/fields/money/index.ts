import { defineField } from '../defineField';
import { decimalFindings } from '../parts/decimal';
import { asNumber } from '../parts/standIns';
import { Cell } from './Cell';
import { moneyScale } from './currency';
import { Input } from './Input';
import { messages } from './messages';

export const money = defineField<string>({
  type: 'money',
  Input,
  Cell,
  messages,
  standIn: asNumber,
  numeric: true,
  listed: true,
  sortable: true,
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => String(value),
  validate: (value, field) => decimalFindings(value, field, moneyScale(field)),
  examples: { value: '1234567.50', shown: /¥1,234,567\.50/, field: { currency: 'CNY' } },
});
