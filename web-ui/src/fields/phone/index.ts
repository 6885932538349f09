import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { phoneReason } from './validate';

export const phone = defineField<string>({
  type: 'phone',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => {
    const reason = phoneReason(value);
    return reason ? [{ code: 'field.phone-invalid', params: { reason } }] : [];
  },
  examples: { value: '13800138000', shown: /13800138000/ },
});
