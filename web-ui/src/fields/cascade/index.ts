import { defineField } from '../defineField';
import { whileEmpty } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { follow } from './tree';

export const cascade = defineField<string[]>({
  type: 'cascade',
  Input,
  Cell,
  messages,
  standIn: whileEmpty,
  many: true,
  listed: true,
  sortable: false,
  operators: ['isEmpty', 'isNotEmpty'],
  validate: (value, field) => {
    const last = follow(field.options ?? [], value).at(-1);
    return last && !last.options?.length ? [] : [{ code: 'field.option-unknown' }];
  },
  examples: {
    value: ['A', 'A1'],
    shown: /家电 \/ A1/,
    field: { options: [{ value: 'A', title: { 'zh-CN': '家电', en: 'Appliances' }, options: [{ value: 'A1' }] }] },
  },
});
