import { defineField } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';

/** Drawn (base64 of a PNG), or a typed name. */
export interface Signature {
  png?: string;
  text?: string;
}

export const signature = defineField<Signature>({
  type: 'signature',
  Input,
  Cell,
  messages,
  wide: true,
  listed: false,
  sortable: false,
  operators: [],
  examples: { value: { text: '张三' }, shown: /张三/ },
});
