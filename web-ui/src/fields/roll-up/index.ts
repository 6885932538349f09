import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

/** Rows of a subform or records that point here, counted or added up as far as this reader may see them. */
export const rollUp = defineField<unknown>({
  type: 'roll-up',
  Input,
  Cell,
  Detail,
  messages,
  generated: true,
  listed: true,
  sortable: false,
  operators: [],
  examples: {
    value: '1234.50',
    shown: /¥\s?1,234\.50/,
    field: { aggregate: 'sum', result: { type: 'money', currency: 'CNY', scale: 2 } },
  },
});
