import type { StoredFile } from '../../api';
import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

export const file = defineField<StoredFile[]>({
  type: 'file',
  Input,
  Cell,
  Detail,
  messages,
  wide: true,
  listed: false,
  sortable: false,
  operators: [],
  toWire: (value) => value.map((item) => item.id),
  examples: { value: [{ id: 'f1', name: '合同.pdf', bytes: 123456, type: 'application/pdf' }], shown: /1|合同/ },
});
