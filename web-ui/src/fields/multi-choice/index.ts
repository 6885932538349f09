import { defineField } from '../defineField';
import { asChosen } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const multiChoice = defineField<string[]>({
  type: 'multi-choice',
  Input,
  Cell,
  messages,
  standIn: asChosen,
  many: true,
  listed: true,
  sortable: false,
  operators: ['in', 'isEmpty', 'isNotEmpty'],
  validate: (value, field) =>
    value.flatMap((one, index) =>
      (field.options ?? []).some((option) => option.value === one)
        ? []
        : [{ code: 'field.option-unknown', pointer: `/${index}` }],
    ),
  examples: {
    value: ['A', 'B'],
    shown: /重点/,
    field: { options: [{ value: 'A', title: { 'zh-CN': '重点', en: 'Key' }, color: 'red' }, { value: 'B' }] },
  },
});
