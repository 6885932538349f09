import { Tooltip } from 'antd';
import { formatTime, formatWhen } from '../i18n';

/** A time as people say it within a week; the full time on hover and for machines. */
export function When({ at }: { at: string }) {
  return (
    <Tooltip title={formatTime(at)}>
      <time dateTime={at}>{formatWhen(at)}</time>
    </Tooltip>
  );
}
