import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, Problem, useFormByKey, useGet, type Incident, type Page } from '../api';
import { LoadFailure } from '../ask';
import { local, useText } from '../i18n';
import { Empty, RowsSkeleton, useTitle, When } from '../ui';
import { useRetry } from './useRetry';
import { whyStopped } from './whyStopped';
import './incidents.css';

/** Workflows that do not go on by themselves, newest first, each with the way to let it be tried once more. */
export function IncidentsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params] = useSearchParams();
  const after = params.get('after');
  useTitle(t('incidents.title'));
  const address = path`/tenants/${tenant}/incidents` + `?limit=50${after ? `&after=${encodeURIComponent(after)}` : ''}`;
  const page = useGet<Page<Incident>>(address, { staleTime: 0 });
  const items = page.data?.items ?? [];
  const closed = page.error instanceof Problem && page.error.status === 403;
  if (page.error)
    return (
      <LoadFailure
        title={t(closed ? 'incidents.closed' : 'incidents.failed')}
        error={page.error}
        tenant={tenant}
        onRetry={() => void page.refetch()}
      />
    );
  return (
    <div className="jm-page">
      <h1 className="jm-title">{t('incidents.title')}</h1>
      {items.length > 0 ? <p className="jm-quiet jm-incidents-hint">{t('incidents.hint')}</p> : null}
      <div className="jm-card jm-incidents" aria-busy={page.isFetching}>
        {page.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : items.length === 0 ? (
          <Empty
            icon={<CheckCircleOutlined aria-hidden />}
            title={t('incidents.none')}
            hint={t('incidents.noneHint')}
          />
        ) : (
          <ul>
            {items.map((item) => (
              <Line key={item.id} tenant={tenant} item={item} />
            ))}
          </ul>
        )}
      </div>
      {page.data?.next ? (
        <p className="jm-incidents-more">
          <Link to={`?after=${encodeURIComponent(page.data.next)}`}>{t('pager.next')}</Link>
        </p>
      ) : null}
    </div>
  );
}

function Line({ tenant, item }: { tenant: string; item: Incident }) {
  const t = useText();
  const retry = useRetry(tenant);
  const form = useFormByKey(tenant, item.form);
  const title = item.record ? item.record.title || t('incidents.untitled') : t('incidents.hidden');
  return (
    <li className="jm-incident">
      <div>
        <p>
          {item.record ? (
            <Link to={path`/t/${tenant}/apps/${item.app}/forms/${item.form}/records/${item.record.id}`}>{title}</Link>
          ) : (
            <span className="jm-quiet">{title}</span>
          )}
        </p>
        <p className="jm-quiet">
          {form ? `${local(form.title)} · ` : null}
          {item.nodeTitle ?? t('incidents.start')}
        </p>
        <p>{whyStopped(item.code)}</p>
        <p className="jm-hint">
          {t('incidents.since')} <When at={item.since} /> · {t('incidents.retries', { count: item.retries })}
        </p>
      </div>
      <Button
        loading={retry.isPending}
        aria-label={`${t('incidents.retry')}: ${title}`}
        onClick={() => retry.mutate(item.id)}
      >
        {t('incidents.retry')}
      </Button>
    </li>
  );
}
