import { CheckCircleOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, useGet, type Box, type Page, type TaskItem } from '../api';
import { useWaiting } from '../approvals';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton, useIsPhone, useTitle } from '../ui';
import { BOXES, boxPath } from './boxes';
import { TaskRow } from './TaskRow';
import { TodoBox } from './TodoBox';
import './tasks.css';

/** Boxes whose number says that something waits; a phone has room for no other. */
const WAITS: ReadonlySet<Box> = new Set(['todo', 'cc']);

/** My work in four boxes: to do, done, what I started, what I was copied on. */
export function InboxPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  useTitle(t('tasks.title'));
  const phone = useIsPhone();
  const waiting = useWaiting(tenant);
  const box = BOXES.find((each) => each === params.get('box')) ?? 'todo';
  return (
    <div className="jm-page jm-inbox">
      <div className="jm-row">
        <h1 className="jm-title">{t('tasks.title')}</h1>
        <span className="jm-grow" />
        <Link to={path`/t/${tenant}/approvals`}>
          {t('approvals.link')}
          {waiting > 0 ? <span className="jm-count jm-num">{waiting}</span> : null}
        </Link>
        <Link to={path`/t/${tenant}/delegations`}>{t('tasks.delegate')}</Link>
      </div>
      <Tabs
        {...(phone ? { tabBarGutter: 16 } : {})}
        activeKey={box}
        onChange={(key) => setParams(key === 'todo' ? {} : { box: key })}
        items={BOXES.map((key) => ({
          key,
          label: (
            <>
              {t(`tasks.box.${key}`)} {phone && !WAITS.has(key) ? null : <Counted tenant={tenant} box={key} />}
            </>
          ),
          children: key === 'todo' ? <TodoBox tenant={tenant} /> : <BoxList tenant={tenant} box={key} />,
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
