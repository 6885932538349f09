import type { StoredFile } from '../../api';
import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

export const image = defineField<StoredFile[]>({
  type: 'image',
  Input,
  Cell,
  Detail,
  messages,
  wide: true,
  listed: false,
  sortable: false,
  operators: [],
  toWire: (value) => value.map((item) => item.id),
  examples: { value: [{ id: 'f1', name: '门头.png', bytes: 123456, type: 'image/png' }], shown: /1|门头/ },
});
