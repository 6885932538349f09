import { CloseOutlined, CheckOutlined, LoadingOutlined } from '@ant-design/icons';
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
      </svg>
      <span className="jm-shield-mark" aria-hidden>
        {bad ? <CloseOutlined aria-hidden /> : good ? <CheckOutlined aria-hidden /> : <LoadingOutlined aria-hidden />}
      </span>
      <div>
        <p className="jm-shield-title">{t(bad ? 'audit.notProven' : good ? 'audit.proven' : 'audit.checking')}</p>
        <p className="jm-hint">{words}</p>
      </div>
    </div>
  );
}
