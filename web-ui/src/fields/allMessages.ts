import type { Messages } from '../i18n';
import { messages as address } from './address/messages';
import { messages as bankCard } from './bank-card/messages';
import { messages as cascade } from './cascade/messages';
import { messages as choice } from './choice/messages';
import { messages as consent } from './consent/messages';
import { messages as date } from './date/messages';
import { messages as dateTime } from './date-time/messages';
import { messages as department } from './department/messages';
import { messages as departments } from './departments/messages';
import { messages as duration } from './duration/messages';
import { messages as email } from './email/messages';
import { messages as file } from './file/messages';
import { messages as formula } from './formula/messages';
import { messages as geo } from './geo/messages';
import { messages as idCard } from './id-card/messages';
import { messages as image } from './image/messages';
import { messages as longText } from './long-text/messages';
import { messages as lookUp } from './look-up/messages';
import { messages as member } from './member/messages';
import { messages as members } from './members/messages';
import { messages as money } from './money/messages';
import { messages as multiChoice } from './multi-choice/messages';
import { messages as number } from './number/messages';
import { messages as percent } from './percent/messages';
import { messages as phone } from './phone/messages';
import { messages as plate } from './plate/messages';
import { messages as rating } from './rating/messages';
import { messages as region } from './region/messages';
import { messages as relation } from './relation/messages';
import { messages as relations } from './relations/messages';
import { messages as richText } from './rich-text/messages';
import { messages as rollUp } from './roll-up/messages';
import { messages as serial } from './serial/messages';
import { messages as signature } from './signature/messages';
import { messages as subform } from './subform/messages';
import { messages as toggle } from './switch/messages';
import { messages as tags } from './tags/messages';
import { messages as text } from './text/messages';
import { messages as time } from './time/messages';
import { messages as unknown } from './unknown/messages';
import { messages as url } from './url/messages';
import { messages as uscc } from './uscc/messages';
import { common } from './messages';

/** The words of all field types; apart from the types, so that the first page need not load their inputs. */
export const fieldMessages: Messages[] = [
  common,
  address,
  bankCard,
  cascade,
  choice,
  consent,
  date,
  dateTime,
  department,
  departments,
  duration,
  email,
  file,
  formula,
  geo,
  idCard,
  image,
  longText,
  lookUp,
  member,
  members,
  money,
  multiChoice,
  number,
  percent,
  phone,
  plate,
  rating,
  region,
  relation,
  relations,
  richText,
  rollUp,
  serial,
  signature,
  subform,
  toggle,
  tags,
  text,
  time,
  unknown,
  url,
  uscc,
];
