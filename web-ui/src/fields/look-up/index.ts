import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

/** A field of the record that a relation points at, as this reader may see it there. */
export const lookUp = defineField<unknown>({
  type: 'look-up',
  Input,
  Cell,
  Detail,
  messages,
  generated: true,
  listed: true,
  sortable: false,
  operators: [],
  examples: {
    value: 'tech',
    shown: /科技/,
    field: { through: 'company', result: { type: 'choice', options: [{ value: 'tech', title: '科技' }] } },
  },
});
