import { Alert, Button, Popconfirm } from 'antd';
import { problemText } from '../api';
import { useText } from '../i18n';
import type { Decision } from './DecisionBar';
import type { Task } from './task';

const ACTS = ['takeBack', 'remind', 'withdraw'] as const;

interface Props {
  task: Task;
  busy: boolean;
  problem: Error | null;
  onAct: (decision: Decision) => void;
}

/** What is still possible with a task that is decided, or a record that one has submitted; each asks once more. */
export function LaterActs({ task, busy, problem, onAct }: Props) {
  const t = useText();
  const open = ACTS.filter((act) => task.actions.includes(act));
  if (open.length === 0) return null;
  return (
    <section className="jm-decision" aria-label={t('tasks.later')}>
      {problem ? <Alert role="alert" type="error" showIcon message={problemText(problem)} /> : null}
      <div className="jm-row jm-wrap">
        {open.map((act) => (
          <Popconfirm
            key={act}
            title={t(`tasks.confirm.${act}`)}
            okText={t(`tasks.${act}`)}
            cancelText={t('tasks.cancel')}
            onConfirm={() => onAct({ action: act, comment: '' })}
          >
            <Button disabled={busy}>{t(`tasks.${act}`)}</Button>
          </Popconfirm>
        ))}
      </div>
    </section>
  );
}
