import type { Person } from '../../api';
import { defineField } from '../defineField';
import { asNamed } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const members = defineField<Person[]>({
  type: 'members',
  Input,
  Cell,
  messages,
  standIn: asNamed,
  many: true,
  listed: true,
  sortable: false,
  operators: ['me', 'in', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.map((person) => person.id),
  byId: (id) => ({ id, name: '' }),
  examples: { value: [{ id: 'm1', name: '李雷' }], shown: /李雷/ },
});
