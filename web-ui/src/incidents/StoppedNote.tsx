import { Alert, Button } from 'antd';
import type { WorkflowView } from '../api';
import { useText } from '../i18n';
import { When } from '../ui';
import { useRetry } from './useRetry';
import { whyStopped } from './whyStopped';

interface Props {
  tenant: string;
  problem: NonNullable<WorkflowView['problem']>;
}

/** On a record whose workflow stopped: what is wrong, since when, and to an administrator the way on. */
export function StoppedNote({ tenant, problem }: Props) {
  const t = useText();
  const retry = useRetry(tenant);
  const { incident } = problem;
  return (
    <Alert
      type="warning"
      showIcon
      message={t('incidents.stopped')}
      description={
        <>
          <p>{whyStopped(problem.code)}</p>
          <p className="jm-hint">
            {t('incidents.since')} <When at={problem.since} /> · {t('incidents.retries', { count: problem.retries })}
          </p>
          <p className="jm-hint">{t('incidents.mend')}</p>
          {incident ? (
            <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(incident)}>
              {t('incidents.retry')}
            </Button>
          ) : null}
        </>
      }
    />
  );
}
