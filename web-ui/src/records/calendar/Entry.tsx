import { Link } from 'react-router';
import type { FormPlace, FormRecord } from '../../api';
import { FieldCell } from '../../fields';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { namedBy } from '../RecordName';
import { recordAddress } from '../usePlace';
import { clockOf, spanOf, type Place } from './range';

interface Props {
  at: FormPlace;
  form: FormDefinition;
  record: FormRecord;
  place: Place;
  day: string;
}

/** A record on a day of a calendar: when, and its name; the link to it. */
export function Entry({ at, form, record, place, day }: Props) {
  const t = useText();
  const head = namedBy(form);
  const clock = clockOf(record, place, day);
  const begun = (spanOf(record, place)?.from ?? day) < day;
  return (
    <Link to={recordAddress(at, record.id)} className="jm-day-entry">
      {clock ? <span className="jm-num jm-quiet">{clock}</span> : null}
      {begun ? (
        <>
          <span aria-hidden>↳</span>
          <span className="jm-sr">{t('calendar.since')}</span>
        </>
      ) : null}
      <span className="jm-day-name">
        {head ? <FieldCell field={head} value={record.data[head.key]} context={{ place: at }} /> : record.id}
      </span>
    </Link>
  );
}
