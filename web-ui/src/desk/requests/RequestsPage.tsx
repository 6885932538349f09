import { FileProtectOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { path, type RightsRequestLine } from '../../api';
import { LoadFailure } from '../../ask';
import { useText } from '../../i18n';
import { Empty, RowsSkeleton, useTitle } from '../../ui';
import { REQUEST_STATES, REQUEST_TYPES, useRequests } from './requests';
import { Term } from './Term';

/** What persons ask of the tenant about their data: what is open first, by its term. */
export function RequestsPage({ tenant }: { tenant: string }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  useTitle(t('desk.requests.title'));
  const state = params.get('state') ?? 'open';
  const type = params.get('type') ?? '';
  const overdue = params.get('overdue') === 'true';
  const wanted = { state: state === 'all' || overdue ? '' : state, type, overdue };
  const choose = (chosen: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(chosen)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    setParams(next);
  };
  return (
    <div className="jm-page jm-desk-narrow">
      <div className="jm-desk-head">
        <div className="jm-grow">
          <h1 className="jm-title">{t('desk.requests.title')}</h1>
          <p className="jm-quiet">{t('desk.requests.hint')}</p>
        </div>
        <Link to={path`/t/${tenant}/privacy/requests/terms`}>
          <Button tabIndex={-1}>{t('desk.terms.open')}</Button>
        </Link>
        <Link to={path`/t/${tenant}/privacy/people`}>
          <Button type="primary" tabIndex={-1}>
            {t('desk.requests.begin')}
          </Button>
        </Link>
      </div>
      <div className="jm-rights-filters">
        <Select
          aria-label={t('desk.requests.by.state')}
          value={overdue ? 'open' : state}
          onChange={(next) => choose({ state: next === 'open' ? '' : next, overdue: '' })}
          options={['open', 'all', ...REQUEST_STATES].map((value) => ({
            value,
            label: t(`desk.requests.state.${value}`),
          }))}
        />
        <Select
          aria-label={t('desk.requests.by.type')}
          value={type}
          onChange={(next) => choose({ type: next })}
          options={['', ...REQUEST_TYPES].map((value) => ({
            value,
            label: t(`desk.requests.type.${value || 'any'}`),
          }))}
        />
        <Checkbox checked={overdue} onChange={({ target }) => choose({ overdue: target.checked ? 'true' : '' })}>
          {t('desk.requests.onlyOverdue')}
        </Checkbox>
      </div>
      <List tenant={tenant} wanted={wanted} onAll={() => setParams({ state: 'all' })} />
    </div>
  );
}

function List({
  tenant,
  wanted,
  onAll,
}: {
  tenant: string;
  wanted: Parameters<typeof useRequests>[1];
  onAll: () => void;
}) {
  const t = useText();
  const { list, items } = useRequests(tenant, wanted);
  if (list.isPending) return <RowsSkeleton label={t('app.loading')} />;
  if (list.error)
    return (
      <LoadFailure
        title={t('desk.requests.failed')}
        error={list.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void list.refetch()}
      />
    );
  if (items.length === 0)
    return (
      <div className="jm-card">
        <Empty
          icon={<FileProtectOutlined aria-hidden />}
          title={t('desk.requests.none')}
          hint={t('desk.requests.noneHint')}
          action={
            wanted.state === '' && !wanted.overdue && !wanted.type ? undefined : (
              <Button onClick={onAll}>{t('desk.requests.showAll')}</Button>
            )
          }
        />
      </div>
    );
  return (
    <div aria-busy={list.isFetching}>
      <ul className="jm-card">
        {items.map((one) => (
          <Line key={one.id} tenant={tenant} one={one} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button className="jm-desk-bar" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('desk.requests.more')}
        </Button>
      ) : null}
    </div>
  );
}

function Line({ tenant, one }: { tenant: string; one: RightsRequestLine }) {
  const t = useText();
  return (
    <li className="jm-desk-line jm-desk-entry jm-rights-line">
      <span className="jm-desk-state">{t(`desk.requests.state.${one.state}`)}</span>
      <div className="jm-grow">
        <Link to={path`/t/${tenant}/privacy/requests/${one.id}`} className="jm-desk-strong">
          {t(`desk.requests.type.${one.type}`)} · <span className="jm-num">{one.number}</span>
        </Link>
        <p className="jm-hint">
          {t(`desk.requests.law.${one.law}`)} ·{' '}
          {one.assignee ? t('desk.requests.with', { name: one.assignee.name }) : t('desk.requests.nobody')}
        </p>
      </div>
      <Term request={one} />
    </li>
  );
}
