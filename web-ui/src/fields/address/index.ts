import { defineField } from '../defineField';
import { whileEmpty } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import type { Address } from './text';

export const address = defineField<Address>({
  type: 'address',
  Input,
  Cell,
  messages,
  standIn: whileEmpty,
  listed: false,
  sortable: false,
  operators: [],
  examples: { value: '北京市朝阳区建国路 1 号', shown: /建国路/ },
});
