import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { useParams } from 'react-router';
import { path, useGet } from '../../api';
import type { components } from '../../api/generated/schema';
import { formatBytes, formatDuration, formatNumber, useText } from '../../i18n';
import { When } from '../../ui';
import { AdminPage } from '../Page';

type Health = components['schemas']['Health'];
type Part = components['schemas']['HealthPart'];

const SIGNS = {
  up: <CheckCircleFilled aria-hidden />,
  strained: <ExclamationCircleFilled aria-hidden />,
  down: <CloseCircleFilled aria-hidden />,
};

/** How the installation is, in words, looked at anew every ten seconds. */
export function HealthPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const health = useGet<Health>(path`/tenants/${tenant}/health`, { staleTime: 0, refetchInterval: 10_000 });
  const worst = (['down', 'strained', 'up'] as const).find((state) =>
    health.data?.parts.some((part) => part.state === state),
  );
  return (
    <AdminPage tenant={tenant} title={t('administration.health.title')} needs={health}>
      {health.data ? (
        <>
          <p className="jm-quiet jm-admin-hint">
            {t('administration.health.version', { version: health.data.version })} · {t('administration.health.since')}{' '}
            <When at={health.data.startedAt} /> · {t('administration.health.looked')} <When at={health.data.at} />
          </p>
          <div className="jm-card">
            <p className="jm-health-all" data-state={worst} role="status">
              {worst ? SIGNS[worst] : null} {t(`administration.health.all.${worst ?? 'up'}`)}
            </p>
            <ul>
              {health.data.parts.map((part) => (
                <Line key={part.key} part={part} />
              ))}
            </ul>
          </div>
        </>
      ) : null}
    </AdminPage>
  );
}

function Line({ part }: { part: Part }) {
  const t = useText();
  return (
    <li className="jm-admin-line">
      <span className="jm-health-sign" data-state={part.state}>
        {SIGNS[part.state]}
      </span>
      <div className="jm-grow">
        <p>
          {t(`administration.health.part.${part.key}`)}
          <span className="jm-quiet"> · {t(`administration.health.state.${part.state}`)}</span>
        </p>
        <p className="jm-hint">{useSaid(part)}</p>
      </div>
    </li>
  );
}

/** What stands behind the state: figures where there are any, else what depends on the part. */
function useSaid({ key, state, figures }: Part): string {
  const t = useText();
  if (key === 'disk' && figures.freeBytes !== undefined && figures.totalBytes !== undefined)
    return t('administration.health.free', {
      free: formatBytes(figures.freeBytes),
      total: formatBytes(figures.totalBytes),
    });
  if (figures.milliseconds !== undefined)
    return t('administration.health.answered', { milliseconds: formatNumber(figures.milliseconds) });
  if (figures.waiting !== undefined) {
    const { waiting, oldestSeconds = 0, stuck = 0 } = figures;
    return [
      waiting === 0
        ? t('administration.health.nothingWaits')
        : t('administration.health.waiting', {
            count: waiting,
            longest: formatDuration(oldestSeconds * 1000),
          }),
      ...(stuck > 0 ? [t('administration.health.stuck', { count: stuck })] : []),
    ].join('；');
  }
  return t(state === 'down' ? `administration.health.without.${key}` : 'administration.health.answers');
}
