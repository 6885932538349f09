import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { idCardReason } from './validate';

export const idCard = defineField<string>({
  type: 'id-card',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => {
    const reason = idCardReason(value);
    return reason ? [{ code: 'field.id-card-invalid', params: { reason } }] : [];
  },
  examples: { value: '11010519491231002X', shown: /11010519491231002X/ },
});
