import { App, Button } from 'antd';
import { useParams } from 'react-router';
import { path, useGet } from '../../api';
import type { components } from '../../api/generated/schema';
import { i18n, useText } from '../../i18n';
import { When } from '../../ui';
import { AdminPage } from '../Page';

type Keys = components['schemas']['TenantKeys'];
type Key = components['schemas']['TenantKey'];

/** Which keys protect the tenant's data, since when, and how the audit log's signatures are checked. Never a key. */
export function KeysPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const keys = useGet<Keys>(path`/tenants/${tenant}/keys`);
  return (
    <AdminPage tenant={tenant} title={t('administration.keys.title')} hint={t('administration.keys.hint')} needs={keys}>
      {keys.data ? (
        <div className="jm-admin-stack">
          <section className="jm-card" aria-labelledby="tenant-keys">
            <h2 id="tenant-keys" className="jm-admin-part">
              {t('administration.keys.ofTenant')}
            </h2>
            <ul>
              {keys.data.items.map((key) => (
                <Line key={key.purpose} item={key} />
              ))}
            </ul>
          </section>
          <Signing signing={keys.data.signing} />
          <section className="jm-card jm-admin-card" aria-labelledby="root-key">
            <h2 id="root-key">{t('administration.keys.root')}</h2>
            <p>{t(`administration.keys.rootKind.${keys.data.root === 'vault' ? 'vault' : 'file'}`)}</p>
            <p className="jm-hint">{t('administration.keys.rotation')}</p>
          </section>
        </div>
      ) : null}
    </AdminPage>
  );
}

function Line({ item }: { item: Key }) {
  const t = useText();
  const words = `administration.keys.purpose.${item.purpose}`;
  return (
    <li className="jm-admin-line">
      <div className="jm-grow">
        <p>{i18n.exists(words) ? t(words) : item.purpose}</p>
        <p className="jm-hint">
          {item.algorithm} · {t('administration.keys.version', { version: item.version })}
        </p>
      </div>
      <p className="jm-hint jm-admin-end">
        {t('administration.keys.made')} <When at={item.createdAt} />
        <br />
        {item.version === 1 ? (
          t('administration.keys.neverChanged')
        ) : (
          <>
            {t('administration.keys.changed')} <When at={item.changedAt} />
          </>
        )}
      </p>
    </li>
  );
}

function Signing({ signing }: { signing: Keys['signing'] }) {
  const t = useText();
  const { message } = App.useApp();
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    void message.success(t('administration.keys.copied'));
  };
  const facts: [string, string][] = [
    [t('administration.keys.fingerprint'), signing.fingerprint],
    [t('administration.keys.verifierKey'), signing.verifierKey],
  ];
  return (
    <section className="jm-card jm-admin-card" aria-labelledby="signing-key">
      <h2 id="signing-key">{t('administration.keys.signing')}</h2>
      <p className="jm-hint">{t('administration.keys.signingHint')}</p>
      <dl className="jm-admin-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="jm-row jm-wrap">
              <span className="jm-mono jm-grow">{value}</span>
              <Button
                size="small"
                aria-label={t('administration.keys.copyIt', { name })}
                onClick={() => void copy(value)}
              >
                {t('administration.keys.copy')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
