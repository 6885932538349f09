import { SafetyOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { path } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton, useTitle } from '../ui';
import { ApprovalCard } from './ApprovalCard';
import { APPROVAL_BOXES, useApproval, useApprovals, useWaiting, type ApprovalBox } from './approvals';
import './approvals.css';

/** Acts that need a second person: those that wait for the reader, those he asked for, those he decided on. */
export function ApprovalsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  useTitle(t('approvals.title'));
  const box = APPROVAL_BOXES.find((each) => each === params.get('box')) ?? 'todo';
  const waiting = useWaiting(tenant);
  return (
    <div className="jm-page jm-page-narrow">
      <p className="jm-hint">
        <Link to={path`/t/${tenant}/tasks`}>{t('tasks.title')}</Link>
      </p>
      <h1 className="jm-title">{t('approvals.title')}</h1>
      <Tabs
        activeKey={box}
        destroyOnHidden
        onChange={(key) => setParams(key === 'todo' ? {} : { box: key })}
        items={APPROVAL_BOXES.map((key) => ({
          key,
          label: (
            <>
              {t(`approvals.box.${key}`)}{' '}
              {key === 'todo' && waiting > 0 ? <span className="jm-count jm-num">{waiting}</span> : null}
            </>
          ),
          children: <BoxList tenant={tenant} box={key} />,
        }))}
      />
    </div>
  );
}

function BoxList({ tenant, box }: { tenant: string; box: ApprovalBox }) {
  const t = useText();
  const { list, items } = useApprovals(tenant, box);
  if (list.isPending) return <RowsSkeleton label={t('app.loading')} />;
  if (list.error)
    return (
      <LoadFailure
        title={t('approvals.failed')}
        error={list.error}
        tenant={tenant}
        onRetry={() => void list.refetch()}
      />
    );
  if (items.length === 0)
    return (
      <div className="jm-card">
        <Empty
          icon={<SafetyOutlined aria-hidden />}
          title={t(`approvals.none.${box}`)}
          hint={t(`approvals.noneHint.${box}`)}
        />
      </div>
    );
  return (
    <div className="jm-approvals">
      {items.map((one) => (
        <ApprovalCard key={one.id} tenant={tenant} one={one} />
      ))}
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('approvals.more')}
        </Button>
      ) : null}
    </div>
  );
}

/** One request, where a notification leads. */
export function ApprovalPage() {
  const t = useText();
  const { tenant = '', id = '' } = useParams();
  const one = useApproval(tenant, id);
  useTitle(t('approvals.one'));
  return (
    <div className="jm-page jm-page-narrow">
      <p className="jm-hint">
        <Link to={path`/t/${tenant}/approvals`}>{t('approvals.title')}</Link>
      </p>
      <h1 className="jm-title">{t('approvals.one')}</h1>
      {one.isPending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : one.error ? (
        <LoadFailure
          title={t('approvals.failed')}
          error={one.error}
          tenant={tenant}
          askable={false}
          onRetry={() => void one.refetch()}
        />
      ) : (
        <ApprovalCard tenant={tenant} one={one.data} />
      )}
    </div>
  );
}
