import { address } from './address';
import { bankCard } from './bank-card';
import { cascade } from './cascade';
import { choice } from './choice';
import { consent } from './consent';
import { date } from './date';
import { dateTime } from './date-time';
import { department } from './department';
import { departments } from './departments';
import { duration } from './duration';
import { email } from './email';
import { file } from './file';
import { formula } from './formula';
import { geo } from './geo';
import { idCard } from './id-card';
import { image } from './image';
import { longText } from './long-text';
import { member } from './member';
import { members } from './members';
import { money } from './money';
import { multiChoice } from './multi-choice';
import { number } from './number';
import { percent } from './percent';
import { phone } from './phone';
import { plate } from './plate';
import { rating } from './rating';
import { region } from './region';
import { relation } from './relation';
import { relations } from './relations';
import { richText } from './rich-text';
import { serial } from './serial';
import { signature } from './signature';
import { toggle } from './switch';
import { tags } from './tags';
import { text } from './text';
import { time } from './time';
import { url } from './url';
import { uscc } from './uscc';
import { unknown } from './unknown';
import type { FieldType } from './defineField';

/** The one list of field types; subforms hold these and are added beside them in `index.ts`. */
export const simpleTypes: FieldType[] = [
  serial,
  formula,
  text,
  longText,
  richText,
  url,
  tags,
  number,
  money,
  percent,
  rating,
  date,
  dateTime,
  time,
  duration,
  toggle,
  choice,
  multiChoice,
  cascade,
  region,
  phone,
  idCard,
  bankCard,
  plate,
  uscc,
  email,
  address,
  geo,
  member,
  members,
  department,
  departments,
  relation,
  relations,
  file,
  image,
  signature,
  consent,
];

const byKey = new Map(simpleTypes.map((type) => [type.type, type]));

/** The type of a plain field; one this version does not know is shown read-only instead of being lost. */
export function simpleType(key: string): FieldType {
  return byKey.get(key) ?? unknown;
}
