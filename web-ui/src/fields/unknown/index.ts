import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

/** Stands in for a type this version of the interface does not know: readable, never editable. */
export const unknown = defineField<unknown>({
  type: 'unknown',
  Input,
  Cell,
  messages,
  generated: true,
  listed: false,
  sortable: false,
  operators: [],
  examples: { value: '文字', shown: /文字/ },
});
