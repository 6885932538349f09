import { formatNumber, useText } from '../i18n';
import type { Verdict } from './verify';
import './audit.css';

interface Props {
  /** Which proof: this entry's, or the log's history. */
  about: 'entry' | 'history';
  verdict: Verdict | undefined;
  error?: string | undefined;
}

/** The shield: a tick when the proof held in this browser, a cross and plain words when it did not. */
export function Shield({ about, verdict, error }: Props) {
  const t = useText();
  const good = verdict?.state === 'ok' || verdict?.state === 'first';
  const bad = verdict?.state === 'failed' || error !== undefined;
  const tone = bad ? 'bad' : good ? 'good' : 'wait';
  const size = verdict && 'size' in verdict ? formatNumber(verdict.size) : '';
  const words =
    error ??
    (verdict?.state === 'failed'
      ? t(`audit.failed.${verdict.why}`)
      : t(`audit.${about}.${verdict?.state ?? 'checking'}`, { size }));
  return (
    <div className={`jm-shield jm-shield-${tone}`} role="status">
      <svg viewBox="0 0 24 28" aria-hidden>
        <path d="M12 1.5 22 5v8.5c0 6.2-4.2 10.6-10 13-5.8-2.4-10-6.8-10-13V5z" />
        <path
          d={bad ? 'm8.5 10 7 7m0-7-7 7' : good ? 'm7.5 13.5 3.2 3.2 5.8-6' : 'M8 13.5h.01M12 13.5h.01M16 13.5h.01'}
        />
      </svg>
      <div>
        <p className="jm-shield-title">{t(bad ? 'audit.notProven' : good ? 'audit.proven' : 'audit.checking')}</p>
        <p className="jm-hint">{words}</p>
      </div>
    </div>
  );
}
