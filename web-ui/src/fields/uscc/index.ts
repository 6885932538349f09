import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { usccReason } from './validate';

export const uscc = defineField<string>({
  type: 'uscc',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => {
    const reason = usccReason(value);
    return reason ? [{ code: 'field.uscc-invalid', params: { reason } }] : [];
  },
  examples: { value: '91350100M000100Y43', shown: /91350100M000100Y43/ },
});
