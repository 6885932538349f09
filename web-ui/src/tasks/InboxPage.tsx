import { CheckCircleOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, useGet, type Box, type Page, type TaskItem } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton, useTitle, When } from '../ui';
import { nodeTitle, StatusMark } from '../workflow';
import './tasks.css';

const BOXES: Box[] = ['todo', 'done', 'initiated', 'cc'];

export const boxPath = (tenant: string, box: Box) => path`/tenants/${tenant}/tasks` + `?box=${box}&limit=100`;

/** My work in four boxes: to do, done, what I started, what I was copied on. */
export function InboxPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  useTitle(t('tasks.title'));
  const box = BOXES.find((each) => each === params.get('box')) ?? 'todo';
  return (
    <div className="jm-page jm-inbox">
      <h1 className="jm-title">{t('tasks.title')}</h1>
      <Tabs
        activeKey={box}
        onChange={(key) => setParams(key === 'todo' ? {} : { box: key })}
        items={BOXES.map((key) => ({
          key,
          label: (
            <>
              {t(`tasks.box.${key}`)} <Counted tenant={tenant} box={key} />
            </>
          ),
          children: <BoxList tenant={tenant} box={key} />,
        }))}
      />
    </div>
  );
}

function Counted({ tenant, box }: { tenant: string; box: Box }) {
  const page = useGet<Page<TaskItem>>(boxPath(tenant, box));
  if (!page.data) return null;
  return (
    <span className="jm-count jm-num">
      {page.data.items.length}
      {page.data.next ? '+' : ''}
    </span>
  );
}

function BoxList({ tenant, box }: { tenant: string; box: Box }) {
  const t = useText();
  const page = useGet<Page<TaskItem>>(boxPath(tenant, box));
  if (page.isPending) return <RowsSkeleton label={t('app.loading')} />;
  if (page.error)
    return (
      <LoadFailure title={t('tasks.failed')} error={page.error} tenant={tenant} onRetry={() => void page.refetch()} />
    );
  if (page.data.items.length === 0) {
    return (
      <div className="jm-card">
        <Empty
          icon={<CheckCircleOutlined aria-hidden />}
          title={t(`tasks.none.${box}`)}
          hint={t(`tasks.noneHint.${box}`)}
        />
      </div>
    );
  }
  return (
    <ul className="jm-card jm-tasks">
      {page.data.items.map((task) => (
        <TaskRow key={task.id} tenant={tenant} task={task} box={box} now={page.dataUpdatedAt} />
      ))}
    </ul>
  );
}

function TaskRow({ tenant, task, box, now }: { tenant: string; task: TaskItem; box: Box; now: number }) {
  const t = useText();
  const overdue = task.due !== null && task.due !== undefined && Date.parse(task.due) < now;
  // What one started leads to its record: it may have no task of one's own.
  const formKey = typeof task.form === 'string' ? task.form : '';
  const to =
    box === 'initiated'
      ? path`/t/${tenant}/apps/${task.app}/forms/${formKey}/records/${task.record.id}`
      : path`/t/${tenant}/tasks/${task.id}`;
  return (
    <li>
      <Link to={to} className="jm-task">
        <span className="jm-task-title">{task.record.title || t('tasks.untitled')}</span>
        <span className="jm-quiet jm-task-node">{box === 'initiated' ? null : nodeTitle(task)}</span>
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
