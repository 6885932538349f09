import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { plateReason } from './validate';

export const plate = defineField<string>({
  type: 'plate',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => {
    const reason = plateReason(value);
    return reason ? [{ code: 'field.plate-invalid', params: { reason } }] : [];
  },
  examples: { value: '京A12345', shown: /京A12345/ },
});
