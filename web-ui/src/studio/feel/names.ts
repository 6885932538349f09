/** A name that an expression may use, and what it stands for. */
export interface FeelName {
  /** `level`, `deals.sum`, `user.department` */
  name: string;
  /** `number`, `string`, `boolean`, `date`, `list`, ... */
  type: string;
  /** As people know it. */
  title: string;
}

/** The functions of FEEL that the product knows, with what they take. */
export const FUNCTIONS: [name: string, takes: string, gives: string][] = [
  ['sum', 'list', 'number'],
  ['count', 'list', 'number'],
  ['mean', 'list', 'number'],
  ['min', 'list', 'any'],
  ['max', 'list', 'any'],
  ['list contains', 'list, element', 'boolean'],
  ['distinct values', 'list', 'list'],
  ['concatenate', 'list, list', 'list'],
  ['append', 'list, element', 'list'],
  ['abs', 'number', 'number'],
  ['floor', 'number, scale', 'number'],
  ['ceiling', 'number, scale', 'number'],
  ['decimal', 'number, scale', 'number'],
  ['round half up', 'number, scale', 'number'],
  ['modulo', 'dividend, divisor', 'number'],
  ['string length', 'string', 'number'],
  ['contains', 'string, match', 'boolean'],
  ['starts with', 'string, match', 'boolean'],
  ['ends with', 'string, match', 'boolean'],
  ['upper case', 'string', 'string'],
  ['lower case', 'string', 'string'],
  ['substring', 'string, start, length', 'string'],
  ['substring before', 'string, match', 'string'],
  ['substring after', 'string, match', 'string'],
  ['string', 'any', 'string'],
  ['number', 'string', 'number'],
  ['date', 'string', 'date'],
  ['today', '', 'date'],
  ['now', '', 'date-time'],
  ['duration', 'string', 'duration'],
  ['day of week', 'date', 'string'],
  ['month of year', 'date', 'string'],
  ['is defined', 'any', 'boolean'],
  ['all', 'list', 'boolean'],
  ['any', 'list', 'boolean'],
  ['not', 'boolean', 'boolean'],
];

export const KEYWORDS = [
  'if',
  'then',
  'else',
  'and',
  'or',
  'in',
  'between',
  'null',
  'true',
  'false',
  'some',
  'every',
  'for',
  'satisfies',
  'return',
];

/** What everybody knows of who acts. */
export const USER: FeelName[] = [
  { name: 'user.id', type: 'member', title: 'studio.feel.user.id' },
  { name: 'user.name', type: 'string', title: 'studio.feel.user.name' },
  { name: 'user.department', type: 'department', title: 'studio.feel.user.department' },
  { name: 'user.departments', type: 'list', title: 'studio.feel.user.departments' },
  { name: 'user.headOf', type: 'list', title: 'studio.feel.user.headOf' },
  { name: 'user.roles', type: 'list', title: 'studio.feel.user.roles' },
];
