import { Button, Input } from 'antd';
import type { WorkingCalendar } from '../api';
import { formatDate, useText } from '../i18n';
import { titled, toggled } from './days';

interface Props {
  calendar: WorkingCalendar;
  readOnly: boolean;
  onChange: (to: WorkingCalendar) => void;
}

const LISTS = ['holidays', 'workdays'] as const;

/** The days that are not as their weekday, each with a name where it has one. */
export function Exceptions({ calendar, readOnly, onChange }: Props) {
  const t = useText();
  return (
    <div className="jm-working-lists">
      {LISTS.map((list) => (
        <section key={list} className="jm-card" aria-label={t(`working.${list}`)}>
          <h2 className="jm-working-head">{t(`working.${list}`)}</h2>
          {(calendar[list] ?? []).length === 0 ? <p className="jm-quiet">{t('working.noDays')}</p> : null}
          <ul>
            {(calendar[list] ?? []).map(({ date, title = '' }) => (
              <li key={date} className="jm-working-exception">
                <span>{formatDate(date)}</span>
                <Input
                  value={title}
                  maxLength={80}
                  disabled={readOnly}
                  placeholder={t('working.name')}
                  aria-label={t('working.nameOf', { day: formatDate(date) })}
                  onChange={(event) => onChange(titled(calendar, list, date, event.target.value))}
                />
                {readOnly ? null : (
                  <Button
                    type="text"
                    aria-label={t('working.removeDay', { day: formatDate(date) })}
                    onClick={() => onChange(toggled(calendar, date))}
                  >
                    {t('working.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
