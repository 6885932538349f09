import { defineField } from '../defineField';
import { whileEmpty } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const region = defineField<string>({
  type: 'region',
  Input,
  Cell,
  messages,
  standIn: whileEmpty,
  listed: true,
  sortable: true,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  validate: (value) => (/^[0-9]{6}$/.test(value) ? [] : [{ code: 'field.region-unknown' }]),
  examples: { value: '440305', shown: /广东省 \/ 深圳市 \/ 南山区/ },
});
