import { defineField, defineOperand } from '../defineField';
import { Cell } from './Cell';
import { Input } from './Input';
import { messages } from './messages';
import { PurposesCell, PurposesInput } from './Purposes';

/** The version of the text that was shown, and what was agreed to; nothing agreed to is an answer, too. */
export interface Consent {
  notice: string;
  given: string[];
}

export const consent = defineField<Consent>({
  type: 'consent',
  Input,
  Cell,
  messages,
  wide: true,
  listed: true,
  sortable: false,
  operators: ['in', 'notIn'],
  operand: defineOperand<string[]>({ Input: PurposesInput, Cell: PurposesCell, many: true }),
  operatorWords: { in: 'field.consent.isAgreed', notIn: 'field.consent.notAgreed' },
  validate: ({ given }, field) =>
    given.flatMap((purpose, index) =>
      (field.purposes ?? []).includes(purpose) ? [] : [{ code: 'field.option-unknown', pointer: `/given/${index}` }],
    ),
  examples: {
    value: { notice: '2026-11', given: ['marketing'] },
    shown: /市场推广|营销/,
    field: { notice: '2026-11', purposes: ['service', 'marketing'] },
  },
});
