import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { WorkingCalendar, WorkingHours } from '../api';
import { useText } from '../i18n';
import { HoursInput } from './HoursInput';
import { nextHours, WEEK, withHours, wrongHours, type Weekday } from './days';

interface Props {
  calendar: WorkingCalendar;
  readOnly: boolean;
  onChange: (to: WorkingCalendar) => void;
}

/** Working hours of each weekday, several a day; a day without is free. */
export function Week({ calendar, readOnly, onChange }: Props) {
  const t = useText();
  return (
    <section className="jm-card jm-working-week" aria-label={t('working.week')}>
      <h2 className="jm-working-head">{t('working.week')}</h2>
      {WEEK.map((day) => (
        <Day
          key={day}
          day={day}
          hours={calendar.week[day] ?? []}
          readOnly={readOnly}
          onChange={(hours) => onChange(withHours(calendar, day, hours))}
        />
      ))}
    </section>
  );
}

interface DayProps {
  day: Weekday;
  hours: WorkingHours[];
  readOnly: boolean;
  onChange: (hours: WorkingHours[]) => void;
}

function Day({ day, hours, readOnly, onChange }: DayProps) {
  const t = useText();
  const wrong = wrongHours(hours);
  const name = t(`working.days.${day}`);
  const more = nextHours(hours);
  const set = (index: number, part: Partial<WorkingHours>) =>
    onChange(hours.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <div className="jm-working-day" role="group" aria-label={name}>
      <span className="jm-working-name">{name}</span>
      <div className="jm-working-spans">
        {hours.length === 0 ? <span className="jm-quiet">{t('working.free')}</span> : null}
        {hours.map((one, index) => (
          <span key={index} className="jm-working-span">
            {readOnly ? (
              <span className="jm-num">{`${one.from}–${one.to}`}</span>
            ) : (
              <HoursInput
                hours={one}
                day={name}
                number={index + 1}
                wrong={wrong.includes(index)}
                onChange={(part) => set(index, part)}
              />
            )}
            {readOnly ? null : (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('working.removeHours', { day: name, number: index + 1 })}
                onClick={() => onChange(hours.filter((_, at) => at !== index))}
              />
            )}
          </span>
        ))}
        {wrong.length > 0 ? (
          <span role="alert" className="jm-working-wrong">
            {t('problem.code.calendar_hours')}
          </span>
        ) : null}
      </div>
      {readOnly || more === null ? null : (
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          aria-label={t('working.addHours', { day: name })}
          onClick={() => onChange([...hours, more])}
        />
      )}
    </div>
  );
}
