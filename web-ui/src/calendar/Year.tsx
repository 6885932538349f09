import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { WorkingCalendar } from '../api';
import { currentLocale, formatDate, useText } from '../i18n';
import { kindOf, monthsOf, plus, toggled, WEEK } from './days';

interface Props {
  calendar: WorkingCalendar;
  readOnly: boolean;
  onChange: (to: WorkingCalendar) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A year at a glance; a day is made an exception, or again what its weekday is. One stop of Tab, arrows from day to day. */
export function Year({ calendar, readOnly, onChange }: Props) {
  const t = useText();
  const [at, setAt] = useState(() => dayjs().format('YYYY-MM-DD'));
  const months = useRef<HTMLDivElement>(null);
  const year = Number(at.slice(0, 4));
  const onKey = (event: KeyboardEvent) => {
    const days = STEPS[event.key];
    if (days === undefined) return;
    event.preventDefault();
    const next = plus(at, days);
    setAt(next);
    // The day may lie in a year that is drawn only now.
    requestAnimationFrame(() => months.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  const turn = (years: number) => setAt(dayjs(at).add(years, 'year').format('YYYY-MM-DD'));
  return (
    <section className="jm-card jm-working-year" aria-label={t('working.year')}>
      <div className="jm-working-years">
        <h2 className="jm-working-head">{t('working.year')}</h2>
        {/* Looking at another year changes nothing, so it is open to everybody. */}
        <Button
          type="text"
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('working.yearBefore')}
          disabled={false}
          onClick={() => turn(-1)}
        />
        <span aria-live="polite">{t('working.yearOf', { year })}</span>
        <Button
          type="text"
          icon={<RightOutlined aria-hidden />}
          aria-label={t('working.yearAfter')}
          disabled={false}
          onClick={() => turn(1)}
        />
      </div>
      <p className="jm-hint jm-working-legend">
        {(['work', 'free', 'holiday', 'makeup'] as const).map((kind) => (
          <span key={kind}>
            <i className="jm-working-cell" data-kind={kind} aria-hidden />
            {t(`working.kinds.${kind}`)}
          </span>
        ))}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the days are buttons; keys move between them */}
      <div className="jm-working-months" ref={months} onKeyDown={onKey}>
        {monthsOf(year).map(({ month, lead, days }) => (
          <div key={month} role="group" aria-label={monthName(month)}>
            <p className="jm-working-month" aria-hidden>
              {monthName(month)}
            </p>
            <div className="jm-working-grid">
              {WEEK.map((day) => (
                <span key={day} className="jm-hint" aria-hidden>
                  {t(`working.short.${day}`)}
                </span>
              ))}
              {days.map((day, index) => (
                <button
                  key={day}
                  type="button"
                  className="jm-plain jm-working-cell"
                  style={index === 0 ? { gridColumnStart: lead + 1 } : undefined}
                  data-day={day}
                  data-kind={kindOf(calendar, day)}
                  tabIndex={day === at ? 0 : -1}
                  aria-label={`${formatDate(day)} ${t(`working.kinds.${kindOf(calendar, day)}`)}`}
                  aria-disabled={readOnly}
                  onFocus={() => setAt(day)}
                  onClick={() => (readOnly ? undefined : onChange(toggled(calendar, day)))}
                >
                  {Number(day.slice(8))}
                </button>
              ))}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}

const monthName = (day: string): string =>
  new Intl.DateTimeFormat(currentLocale(), { month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
