import { plainText, richText as read } from '../../schema';
import { defineField } from '../defineField';
import { text } from '../text';
import { Cell } from './Cell';
import { Detail } from './Detail';
import { Input } from './Input';
import { messages } from './messages';

export const richText = defineField<string>({
  type: 'rich-text',
  Input,
  Cell,
  Detail,
  messages,
  wide: true,
  listed: false,
  sortable: false,
  operators: ['contains', 'isEmpty', 'isNotEmpty'],
  operand: text,
  // What is refused goes as it is: the server says the same, and nothing is lost on the way.
  toWire: (value) => {
    const { html, findings } = read(value);
    return findings.length > 0 ? value : html || null;
  },
  validate: (value, field) => {
    const { html, findings } = read(value);
    const tooLong = field.maxLength !== undefined && [...plainText(html)].length > field.maxLength;
    return tooLong ? [...findings, { code: 'field.too-long', params: { maxLength: field.maxLength } }] : findings;
  },
  examples: { value: '<h2>第一段</h2><p>第二段<strong>重点</strong></p>', shown: /第一段/ },
});
