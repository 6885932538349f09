import type { Figures } from '../api';
import { formatNumber, useText } from '../i18n';

const SHOWN = ['started', 'running', 'completed', 'rejected', 'withdrawn', 'terminated'] as const;

/** How many began in the period, run now, and ended in the period. */
export function Counts({ instances }: { instances: NonNullable<Figures['instances']> }) {
  const t = useText();
  return (
    <dl className="jm-figures-counts jm-card">
      {SHOWN.map((status) => (
        <div key={status}>
          <dt className="jm-hint">{t(`figures.count.${status}`)}</dt>
          <dd className="jm-num">{formatNumber(instances[status])}</dd>
        </div>
      ))}
    </dl>
  );
}
