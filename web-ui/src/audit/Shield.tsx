import type { ReactNode } from 'react';
import { formatNumber, useText } from '../i18n';
import type { Verdict } from './verify';
import './audit.css';

export type Tone = 'good' | 'bad' | 'wait';

const MARKS: Record<Tone, string> = {
  bad: 'm8.5 10 7 7m0-7-7 7',
  good: 'm7.5 13.5 3.2 3.2 5.8-6',
  wait: 'M8 13.5h.01M12 13.5h.01M16 13.5h.01',
};

/** The sign itself: a tick for what was proven in this browser, a cross for what was not, with plain words. */
export function ShieldSign({ tone, title, children }: { tone: Tone; title: string; children: ReactNode }) {
  return (
    <div className={`jm-shield jm-shield-${tone}`} role="status">
      <svg viewBox="0 0 24 28" aria-hidden>
        <path d="M12 1.5 22 5v8.5c0 6.2-4.2 10.6-10 13-5.8-2.4-10-6.8-10-13V5z" />
        <path d={MARKS[tone]} />
      </svg>
      <div>
        <p className="jm-shield-title">{title}</p>
        <div className="jm-hint">{children}</div>
      </div>
    </div>
  );
}

interface Props {
  /** Which proof: this entry's, or the log's history. */
  about: 'entry' | 'history';
  verdict: Verdict | undefined;
  error?: string | undefined;
}

/** The shield of one proof: a tick when it held in this browser, a cross and plain words when it did not. */
export function Shield({ about, verdict, error }: Props) {
  const t = useText();
  const good = verdict?.state === 'ok' || verdict?.state === 'first';
  const bad = verdict?.state === 'failed' || error !== undefined;
  const size = verdict && 'size' in verdict ? formatNumber(verdict.size) : '';
  const words =
    error ??
    (verdict?.state === 'failed'
      ? t(`audit.failed.${verdict.why}`)
      : t(`audit.${about}.${verdict?.state ?? 'checking'}`, { size }));
  return (
    <ShieldSign
      tone={bad ? 'bad' : good ? 'good' : 'wait'}
      title={t(bad ? 'audit.notProven' : good ? 'audit.proven' : 'audit.checking')}
    >
      {words}
    </ShieldSign>
  );
}
