import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { Link } from 'react-router';
import { call, path, problemText, useFormByKey, type WebhookDelivery } from '../api';
import { local, useText } from '../i18n';
import { When } from '../ui';
import { Body } from './Body';
import { answered, Outcome } from './Outcome';

interface Props {
  tenant: string;
  delivery: WebhookDelivery;
  onClose: () => void;
}

/** One delivery: where it went, what came of it, and what it says as far as it may leave. */
export function DeliveryPanel({ tenant, delivery, onClose }: Props) {
  const t = useText();
  const form = useFormByKey(tenant, delivery.form);
  const replay = useReplay(tenant);
  const facts: [string, React.ReactNode][] = [
    [t('webhooks.to'), delivery.to],
    [
      t('webhooks.record'),
      form ? (
        <Link to={path`/t/${tenant}/apps/${form.app}/forms/${delivery.form}/records/${delivery.record}`}>
          {t('webhooks.ofForm', { form: local(form.title) })}
        </Link>
      ) : (
        t('webhooks.hidden')
      ),
    ],
    [t('webhooks.made'), <When key="made" at={delivery.createdAt} />],
    [t('webhooks.tries'), t('webhooks.attempts', { count: delivery.attempts })],
    [t('webhooks.answer'), answered(delivery.code)],
    ...(delivery.nextAt && delivery.status === 'waiting'
      ? [[t('webhooks.next'), <When key="next" at={delivery.nextAt} />] as [string, React.ReactNode]]
      : []),
  ];
  return (
    <Drawer
      open
      width={520}
      onClose={onClose}
      title={delivery.event}
      closable={{ 'aria-label': t('webhooks.close') }}
      footer={
        <Button
          type="primary"
          loading={replay.isPending}
          disabled={delivery.status === 'waiting'}
          onClick={() => replay.mutate(delivery.id)}
        >
          {t('webhooks.replay')}
        </Button>
      }
    >
      <Outcome delivery={delivery} />
      <dl className="jm-webhook-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Body tenant={tenant} app={form?.app} delivery={delivery} />
    </Drawer>
  );
}

function useReplay(tenant: string) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const deliveries = path`/tenants/${tenant}/webhooks/deliveries`;
  return useMutation({
    mutationFn: (id: string) => call(`${deliveries}/${id}/replay`, { method: 'POST', body: {} }),
    onSuccess: () => void message.success(t('webhooks.replayed')),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () =>
      cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(deliveries) }),
  });
}
