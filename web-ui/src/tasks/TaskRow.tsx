import { Checkbox } from 'antd';
import { Link } from 'react-router';
import { path, type Box, type TaskItem } from '../api';
import { useText } from '../i18n';
import { When } from '../ui';
import { nodeTitle, StatusMark } from '../workflow';

interface Props {
  tenant: string;
  task: TaskItem;
  box: Box;
  now: number;
  chosen?: boolean;
  /** Missing where nothing is chosen. */
  onChoose?: () => void;
}

/** One task of a box: what it is about, the step, and its term. */
export function TaskRow({ tenant, task, box, now, chosen = false, onChoose }: Props) {
  const t = useText();
  const overdue = task.overdue || (task.due !== null && task.due !== undefined && Date.parse(task.due) < now);
  // What one started leads to its record: it may have no task of one's own.
  const formKey = typeof task.form === 'string' ? task.form : '';
  const title = task.record.title || t('tasks.untitled');
  const to =
    box === 'initiated'
      ? path`/t/${tenant}/apps/${task.app}/forms/${formKey}/records/${task.record.id}`
      : path`/t/${tenant}/tasks/${task.id}`;
  return (
    <li className={onChoose ? 'jm-task-line' : undefined}>
      {onChoose ? <Checkbox checked={chosen} onChange={onChoose} aria-label={t('tasks.choose', { title })} /> : null}
      <Link to={to} className="jm-task">
        <span className="jm-task-title">{title}</span>
        <span className="jm-quiet jm-task-node">
          {box === 'initiated' ? null : nodeTitle(task)}
          {task.for ? <span className="jm-hint"> · {t('tasks.onBehalf', { name: task.for.name })}</span> : null}
        </span>
        <span className="jm-quiet">
          {box === 'done' && task.decision ? t(`workflow.did.${task.decision}`, { defaultValue: '' }) : null}
          {box === 'cc' && task.read === false ? <StatusMark status="unread" /> : null}
        </span>
        {task.due && box === 'todo' ? (
          <span className={overdue ? 'jm-hint jm-late' : 'jm-hint'}>
            {t(overdue ? 'tasks.overdue' : 'tasks.due')} <When at={task.due} />
          </span>
        ) : (
          <span className="jm-hint">
            <When at={task.doneAt ?? task.createdAt} />
          </span>
        )}
      </Link>
    </li>
  );
}
