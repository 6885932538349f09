import { SendOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, Problem, useGet, type Page, type WebhookDelivery } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton, useTitle, When } from '../ui';
import { DeliveryPanel } from './DeliveryPanel';
import { Outcome } from './Outcome';
import './webhooks.css';

const STATUSES = ['all', 'waiting', 'delivered', 'failed'] as const;

/** What was sent to other systems and what came of it, newest first; one that is over can be sent anew. */
export function DeliveriesPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const status = STATUSES.find((one) => one === params.get('status')) ?? 'all';
  const [shown, setShown] = useState<string | null>(null);
  useTitle(t('webhooks.title'));
  const page = useGet<Page<WebhookDelivery>>(address(tenant, status, params.get('after')), {
    staleTime: 0,
    refetchInterval: 10_000,
  });
  const items = page.data?.items ?? [];
  const open = items.find(({ id }) => id === shown);
  if (page.error && !page.data)
    return (
      <LoadFailure
        title={t(
          page.error instanceof Problem && page.error.status === 403 ? 'webhooks.closed' : 'webhooks.failedLoad',
        )}
        error={page.error}
        tenant={tenant}
        onRetry={() => void page.refetch()}
      />
    );
  return (
    <div className="jm-page">
      <h1 className="jm-title">{t('webhooks.title')}</h1>
      <p className="jm-quiet jm-webhooks-hint">{t('webhooks.hint')}</p>
      <Segmented
        aria-label={t('webhooks.which')}
        value={status}
        onChange={(next) => setParams(next === 'all' ? {} : { status: next })}
        options={STATUSES.map((one) => ({ value: one, label: t(`webhooks.status.${one}`) }))}
      />
      <div className="jm-card jm-webhooks">
        {page.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : items.length === 0 ? (
          <Empty
            icon={<SendOutlined aria-hidden />}
            title={t(status === 'all' ? 'webhooks.none' : 'webhooks.noneSuch')}
            hint={t(status === 'all' ? 'webhooks.noneHint' : 'webhooks.noneSuchHint')}
          />
        ) : (
          <ul aria-label={t('webhooks.title')}>
            {items.map((item) => (
              <li key={item.id} className="jm-webhook">
                <Outcome delivery={item} />
                <div className="jm-grow">
                  <p className="jm-webhook-event">{item.event}</p>
                  <p className="jm-hint">
                    {item.to} · <When at={item.createdAt} /> · {t('webhooks.attempts', { count: item.attempts })}
                  </p>
                </div>
                <Button aria-label={t('webhooks.lookAt', { event: item.event })} onClick={() => setShown(item.id)}>
                  {t('webhooks.look')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
      {page.data?.next ? (
        <p className="jm-webhooks-more">
          <Link to={more(status, page.data.next)}>{t('pager.next')}</Link>
        </p>
      ) : null}
      {open ? <DeliveryPanel tenant={tenant} delivery={open} onClose={() => setShown(null)} /> : null}
    </div>
  );
}

function address(tenant: string, status: string, after: string | null): string {
  const query = new URLSearchParams({
    limit: '50',
    ...(status === 'all' ? {} : { status }),
    ...(after ? { after } : {}),
  });
  return `${path`/tenants/${tenant}/webhooks/deliveries`}?${query.toString()}`;
}

const more = (status: string, after: string) =>
  `?${new URLSearchParams({ ...(status === 'all' ? {} : { status }), after }).toString()}`;
