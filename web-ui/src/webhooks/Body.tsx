import { useFormDefinition, type WebhookDelivery } from '../api';
import { local, useText } from '../i18n';

interface Field {
  key: string;
  title?: string | Record<string, string>;
  sensitivity?: { level?: string };
}

interface Props {
  tenant: string;
  app: string | undefined;
  delivery: WebhookDelivery;
}

/** What the message says: its ids, and of each field how it leaves, by the tags as they are now. Values are never shown here. */
export function Body({ tenant, app, delivery }: Props) {
  const t = useText();
  const form = useFormDefinition(app === undefined ? null : { tenant, app, form: delivery.form });
  const known = (form.data as { fields?: Field[] } | undefined)?.fields ?? [];
  return (
    <section aria-label={t('webhooks.body')}>
      <h2 className="jm-webhook-says">{t('webhooks.body')}</h2>
      <p className="jm-hint">{t('webhooks.bodyHint')}</p>
      {delivery.fields.length === 0 ? (
        <p>{t('webhooks.idsOnly')}</p>
      ) : (
        <ul className="jm-webhook-fields">
          {delivery.fields.map((key) => {
            const field = known.find((one) => one.key === key);
            return (
              <li key={key}>
                <span>{field ? local(field.title, t('webhooks.untitled')) : t('webhooks.unknownField')}</span>
                <span className="jm-quiet">{t(`webhooks.leaves.${field ? leaving(field) : 'unknown'}`)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <details>
        <summary>{t('webhooks.details')}</summary>
        <pre className="jm-webhook-raw">{JSON.stringify(skeleton(tenant, delivery), null, 2)}</pre>
      </details>
    </section>
  );
}

function leaving({ sensitivity }: Field): 'clear' | 'masked' | 'withheld' {
  const level = sensitivity?.level ?? 'secret';
  if (level === 'public' || level === 'internal') return 'clear';
  return level === 'personal' || level === 'sensitive' ? 'masked' : 'withheld';
}

/** The message without its values. */
function skeleton(tenant: string, { event, form, record, workflow, node, fields }: WebhookDelivery) {
  return {
    type: event,
    data: { tenant, workflow, node, form, record, fields: Object.fromEntries(fields.map((key) => [key, '…'])) },
  };
}
