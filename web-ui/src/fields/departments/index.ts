import type { Department } from '../../api';
import { defineField } from '../defineField';
import { asNamed } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

export const departments = defineField<Department[]>({
  type: 'departments',
  Input,
  Cell,
  messages,
  standIn: asNamed,
  many: true,
  listed: true,
  sortable: false,
  operators: ['myDepartments', 'below', 'in', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.map((department) => department.id),
  byId: (id) => ({ id, name: '' }),
  examples: { value: [{ id: 'd1', name: '华北销售部' }], shown: /华北销售部/ },
});
