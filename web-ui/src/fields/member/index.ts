import type { Person } from '../../api';
import { defineField } from '../defineField';
import { asNamed } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const member = defineField<Person>({
  type: 'member',
  Input,
  Cell,
  messages,
  standIn: asNamed,
  listed: true,
  sortable: false,
  operators: ['me', 'eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.id,
  byId: (id) => ({ id, name: '' }),
  examples: { value: { id: 'm1', name: '李雷' }, shown: /李雷/ },
});
