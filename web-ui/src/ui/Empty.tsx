import type { ReactNode } from 'react';
import './empty.css';

/** An empty page teaches the next step: a sentence, why, and one action. */
export function Empty({
  icon,
  title,
  hint,
  action,
}: {
  icon: ReactNode;
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <div className="jm-empty">
      <span className="jm-empty-icon" aria-hidden>
        {icon}
      </span>
      <p className="jm-empty-title">{title}</p>
      {hint ? <p className="jm-quiet">{hint}</p> : null}
      {action ? <div className="jm-empty-action">{action}</div> : null}
    </div>
  );
}
