import { defineField } from '../defineField';
import { decimalFindings } from '../parts/decimal';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { mostStars } from './stars';

export const rating = defineField<number>({
  type: 'rating',
  Input,
  Cell,
  messages,
  listed: true,
  sortable: true,
  operators: ['eq', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty', 'isNotEmpty'],
  validate: (value, field) => decimalFindings(String(value), { ...field, minimum: 1, maximum: mostStars(field) }, 0),
  examples: { value: 4, shown: /^4\/5$/ },
});
