import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FormPlace, FormRecord } from '../../api';
import { currentLocale, formatDate, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { useMedia } from '../../ui';
import { Entry } from './Entry';
import { addDays, monthOf, sameDayIn, today, weekday, weeksOf } from './month';
import type { Place } from './range';

/** Entries that fit into a day; the rest is behind "more". */
const FIT = 3;
/** On a screen so high that days are as high as this needs. */
const FIT_HIGH = 6;
const HIGH = '(min-height: 1400px)';

interface Props {
  at: FormPlace;
  form: FormDefinition;
  place: Place;
  month: string;
  days: Map<string, FormRecord[]>;
  onMonth: (month: string) => void;
  onOpen: (day: string) => void;
}

/** A month as weeks of days. Arrows go from day to day, Page keys from month to month, Enter opens a day. */
export function MonthGrid({ at, form, place, month, days, onMonth, onOpen }: Props) {
  const t = useText();
  const grid = useRef<HTMLTableElement>(null);
  const now = today();
  const [stood, setStood] = useState(now);
  const [moved, setMoved] = useState(false);
  const current = monthOf(stood) === month ? stood : monthOf(now) === month ? now : `${month}-01`;
  useEffect(() => {
    if (moved) grid.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus();
  }, [moved, current]);
  const go = (event: KeyboardEvent) => {
    const next = stepOf(event.key, current);
    if (next === undefined) return;
    event.preventDefault();
    setMoved(true);
    setStood(next);
    if (monthOf(next) !== month) onMonth(monthOf(next));
  };
  const weeks = weeksOf(month);
  const fit = useMedia(HIGH) ? FIT_HIGH : FIT;
  return (
    <table ref={grid} className="jm-month" role="grid" aria-label={t('calendar.grid')}>
      <thead>
        <tr>
          {(weeks[0] ?? []).map((day) => (
            <th key={day} scope="col">
              {weekdayName(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const records = days.get(day) ?? [];
              const rest = records.length - fit;
              return (
                <td
                  key={day}
                  className={`${monthOf(day) === month ? '' : 'jm-day-other'}${day === now ? ' jm-day-today' : ''}`}
                >
                  <button
                    type="button"
                    className="jm-plain jm-num jm-day"
                    data-day={day}
                    tabIndex={day === current ? 0 : -1}
                    aria-label={t('calendar.day', { day: formatDate(day), count: records.length })}
                    aria-current={day === now ? 'date' : undefined}
                    onKeyDown={go}
                    onClick={() => onOpen(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                  <ul>
                    {records.slice(0, fit).map((record) => (
                      <li key={record.id}>
                        <Entry at={at} form={form} record={record} place={place} day={day} />
                      </li>
                    ))}
                  </ul>
                  {rest > 0 ? (
                    <Button type="link" size="small" className="jm-day-more" onClick={() => onOpen(day)}>
                      {t('calendar.more', { count: rest })}
                    </Button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stepOf(key: string, day: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday(day));
    case 'End':
      return addDays(day, 6 - weekday(day));
    case 'PageUp':
      return sameDayIn(day, -1);
    case 'PageDown':
      return sameDayIn(day, 1);
    default:
      return undefined;
  }
}

function weekdayName(day: string): string {
  return new Intl.DateTimeFormat(currentLocale(), { weekday: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
