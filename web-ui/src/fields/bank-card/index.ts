import { defineField } from '../defineField';
import { asTyped } from '../parts/standIns';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { bankCardReason } from './validate';

export const bankCard = defineField<string>({
  type: 'bank-card',
  Input,
  Cell,
  messages,
  standIn: asTyped,
  listed: true,
  sortable: false,
  operators: ['eq', 'isEmpty', 'isNotEmpty'],
  toWire: (value) => value.trim(),
  validate: (value) => {
    const reason = bankCardReason(value);
    return reason ? [{ code: 'field.bank-card-invalid', params: { reason } }] : [];
  },
  examples: { value: '6200000000000005', shown: /6200000000000005/ },
});
