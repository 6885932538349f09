import type { Department } from '../../api';
import { defineField } from '../defineField';
import { asNamed } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const department = defineField<Department>({
  type: 'department',
  Input,
  Cell,
  messages,
  standIn: asNamed,
  listed: true,
  sortable: false,
  operators: ['myDepartments', 'below', 'eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.id,
  byId: (id) => ({ id, name: '' }),
  examples: { value: { id: 'd1', name: '华北销售部' }, shown: /华北销售部/ },
});
