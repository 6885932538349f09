import { TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { WorkingHours } from '../api';
import { useText } from '../i18n';
import { useIsPhone } from '../ui';

interface Props {
  hours: WorkingHours;
  /** Whose they are, for the names of both ends. */
  day: string;
  number: number;
  wrong: boolean;
  onChange: (part: Partial<WorkingHours>) => void;
}

/** The end of a day, which no clock shows. */
const MIDNIGHT = '24:00';

/** When work begins and ends; an end at midnight is the end of that day. */
export function HoursInput({ hours, day, number, wrong, onChange }: Props) {
  const t = useText();
  const phone = useIsPhone();
  return (['from', 'to'] as const).map((part) => {
    const time = hours[part];
    return (
      <TimePicker
        key={part}
        className="jm-working-time"
        // What is typed is read as HH:mm; only the end of the day is shown in another way.
        format={time === MIDNIGHT ? [`[${MIDNIGHT}]`, 'HH:mm'] : 'HH:mm'}
        minuteStep={5}
        needConfirm={false}
        allowClear={false}
        inputReadOnly={phone}
        value={time === '' ? null : dayjs(`2000-01-01T${time === MIDNIGHT ? '00:00' : time}`)}
        status={wrong ? 'error' : ''}
        aria-label={t(`working.${part}`, { day, number })}
        aria-invalid={wrong}
        onChange={(picked) => {
          const text = picked?.format('HH:mm') ?? '';
          onChange({ [part]: part === 'to' && text === '00:00' ? MIDNIGHT : text });
        }}
      />
    );
  });
}
