import type { FormPlace, FormRecord } from '../../api';
import { currentLocale, formatDate, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { Entry } from './Entry';
import { today } from './month';
import type { Place } from './range';

interface Props {
  at: FormPlace;
  form: FormDefinition;
  place: Place;
  days: Map<string, FormRecord[]>;
  onOpen: (day: string) => void;
}

/** Entries of a day that the list shows; the rest is behind "more". */
const FIT = 8;

/** A month at phone width: the days on which there is something. */
export function Agenda({ at, form, place, days, onOpen }: Props) {
  const t = useText();
  const now = today();
  const filled = [...days].filter(([, records]) => records.length > 0);
  if (filled.length === 0) return <p className="jm-quiet jm-agenda-none">{t('calendar.none')}</p>;
  return (
    <ol className="jm-agenda">
      {filled.map(([day, records]) => (
        <li key={day} className={day === now ? 'jm-day-today' : undefined}>
          <h2 className="jm-agenda-day" aria-current={day === now ? 'date' : undefined}>
            <span className="jm-num">{formatDate(day)}</span> <span className="jm-quiet">{nameOfDay(day)}</span>
          </h2>
          <ul>
            {records.slice(0, FIT).map((record) => (
              <li key={record.id}>
                <Entry at={at} form={form} record={record} place={place} day={day} />
              </li>
            ))}
          </ul>
          {records.length > FIT ? (
            <button type="button" className="jm-plain jm-agenda-more" onClick={() => onOpen(day)}>
              {t('calendar.more', { count: records.length - FIT })}
            </button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function nameOfDay(day: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
