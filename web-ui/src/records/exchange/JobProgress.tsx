import { Button, Progress } from 'antd';
import type { ExchangeJob } from '../../api';
import { formatNumber, useText } from '../../i18n';

interface Props {
  job: ExchangeJob;
  title: string;
  /** Absent where there is no way back. */
  onCancel: (() => void) | undefined;
}

/** How far a job is, in words and as a bar, and the way to stop it. */
export function JobProgress({ job, title, onCancel }: Props) {
  const t = useText();
  const steps = job.status === 'undoing' ? (job.undone ?? 0) + (job.kept ?? 0) : job.done;
  const all = job.status === 'undoing' ? (job.created ?? 0) + (job.updated ?? 0) : job.total;
  return (
    <div className="jm-job" role="status" aria-live="polite">
      <strong>{job.status === 'waiting' ? t('exchange.waiting') : title}</strong>
      {all === null ? (
        <span className="jm-num">{formatNumber(steps)}</span>
      ) : (
        <>
          <Progress
            percent={all === 0 ? 0 : Math.min(100, Math.floor((steps * 100) / all))}
            status="active"
            aria-label={t('exchange.progress')}
          />
          <span className="jm-hint jm-num">
            {formatNumber(steps)} / {t('exchange.rows', { count: all, formatted: formatNumber(all) })}
          </span>
        </>
      )}
      {onCancel ? <Button onClick={onCancel}>{t('exchange.cancelJob')}</Button> : null}
    </div>
  );
}
