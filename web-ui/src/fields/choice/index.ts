import { defineField } from '../defineField';
import { asChosen } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const choice = defineField<string>({
  type: 'choice',
  Input,
  Cell,
  messages,
  standIn: asChosen,
  listed: true,
  sortable: true,
  columnsOf: (field) => (field.options ?? []).map((option) => option.value),
  operators: ['in', 'ne', 'isEmpty', 'isNotEmpty'],
  validate: (value, field) =>
    (field.options ?? []).some((option) => option.value === value) ? [] : [{ code: 'field.option-unknown' }],
  examples: {
    value: 'A',
    shown: /重点/,
    field: {
      options: [
        { value: 'A', title: { 'zh-CN': '重点', en: 'Key' }, color: 'red' },
        { value: 'B', title: 'B' },
      ],
    },
  },
});
