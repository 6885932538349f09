import type { ComponentType, ReactNode } from 'react';
import type { Finding, FormPlace } from '../api';
import type { Messages } from '../i18n';
import type { Field } from '../schema';

/** A clear value that a reveal lent for a while. */
export interface Lent {
  value: unknown;
  /** Stands after the value: purpose, time left, hide now. */
  sign?: ReactNode;
}

/** What a field may use beside its value; handed down explicitly. */
export interface FieldContext {
  place: FormPlace;
  /** Opens the reveal dialog; absent where nothing can be revealed (lists, forms of new records). */
  askReveal?: ((field: string) => void) | undefined;
  /** The value lent by a running reveal, by field key. */
  lent?: Record<string, Lent> | undefined;
  /** Fields withheld from everybody, since their person has taken back the consent that they rest on. */
  withdrawn?: readonly string[] | undefined;
}

export interface CellProps<V = unknown> {
  field: Field;
  value: V;
  context: FieldContext;
}

export interface InputProps<V = unknown> extends CellProps<V | undefined> {
  /** Id of the control, for its label. */
  id: string;
  onChange: (value: V | null) => void;
  disabled?: boolean;
  invalid?: boolean;
  /** Id of the element that holds hint and errors. */
  describedBy?: string | undefined;
}

/** How a type is compared in a filter; `none` takes no value, `two` takes a pair. */
export type Operator =
  | 'eq'
  | 'ne'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'startsWith'
  | 'isEmpty'
  | 'isNotEmpty'
  | 'me'
  | 'myDepartments'
  | 'below'
  | 'last4';

/** What stands for a control that is far out of sight, as tall as the control itself. */
export interface StandIn<V = unknown> {
  /** Lines of text that fit into the control. */
  lines: 1 | 3;
  /** What the control shows of a value; undefined where that is more than text or may take more room. */
  text: (value: V, field: Field) => string | undefined;
}

/** How one says what a field is compared with, how that is shown, and how it is sent. */
export type Operand<V = unknown> = Pick<FieldType<V>, 'Input' | 'Cell' | 'many' | 'toWire'>;

export interface FieldType<V = unknown> {
  type: string;
  Input: ComponentType<InputProps<V>>;
  Cell: ComponentType<CellProps<V>>;
  /** The value on a record's page, where it differs from the cell of a list. */
  Detail?: ComponentType<CellProps<V>>;
  messages: Messages;
  /** Controls of a type without one are always drawn. */
  standIn?: StandIn<V>;
  /** Takes a whole line of the form. */
  wide?: boolean;
  /** Digits: right-aligned in tables. */
  numeric?: boolean;
  /** The value is a list; in a filter it holds any of the chosen. */
  many?: boolean;
  /** Useful as a column of a list. */
  listed: boolean;
  sortable: boolean;
  operators: Operator[];
  /** What a filter compares with, where that is no value of this type: words are looked for in rich text. */
  operand?: Operand;
  /** Keys of the words of an operator, where this type has words of its own. */
  operatorWords?: Partial<Record<Operator, string>>;
  /** The values that can be the columns of a board, in order. */
  columnsOf?: (field: Field) => string[];
  /** Places a record in a calendar: a whole day, or a point in time. */
  day?: 'date' | 'instant';
  /** Never typed by people: serial numbers. */
  generated?: boolean;
  /** The value as it is sent: a member goes as its id. */
  toWire?: (value: V, field: Field) => unknown;
  /** What stands for something that was sent by its id, until its name is known; one item where the value is a list. */
  byId?: (id: string) => unknown;
  /** What the server would refuse as well, with the same codes. Empty values are not its matter. */
  validate?: (value: V, field: Field) => Finding[];
  /** Something to read, something to type, for the suite that every type passes. */
  examples: { value: V; shown: RegExp; field?: Partial<Field> };
}

/** Declares a field type; the identity function keeps the value's type checked. */
export function defineField<V>(type: FieldType<V>): FieldType {
  return type as unknown as FieldType;
}

/** Declares an operand that differs from its type's values, as `defineField` does a type. */
export function defineOperand<V>(operand: Operand<V>): Operand {
  return operand as unknown as Operand;
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
