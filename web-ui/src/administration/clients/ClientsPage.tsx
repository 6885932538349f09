import { ApiOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useText } from '../../i18n';
import { Empty } from '../../ui';
import { AdminPage } from '../Page';
import { ClientLine } from './ClientLine';
import { clientsAddress, useClients, type Keyed } from './clients';
import { KeyShown } from './KeyShown';
import { MakeClient } from './MakeClient';
import './clients.css';

/** The programs that act in the tenant under keys of their own. */
export function ClientsPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const clients = useClients(tenant);
  const cache = useQueryClient();
  const [making, setMaking] = useState(false);
  const [keyed, setKeyed] = useState<Keyed | null>(null);
  const items = clients.data?.items ?? [];
  const told = (client: Keyed) => {
    setMaking(false);
    setKeyed(client);
    void cache.invalidateQueries({ queryKey: [`${clientsAddress(tenant)}?limit=200`] });
  };
  const make = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('administration.clients.make')}
    </Button>
  );
  return (
    <AdminPage
      tenant={tenant}
      title={t('administration.clients.title')}
      hint={t('administration.clients.hint')}
      actions={items.length > 0 ? make : null}
      needs={clients}
    >
      <div className="jm-card">
        {items.length === 0 ? (
          <Empty
            icon={<ApiOutlined aria-hidden />}
            title={t('administration.clients.none')}
            hint={t('administration.clients.noneHint')}
            action={make}
          />
        ) : (
          <ul aria-label={t('administration.clients.title')}>
            {items.map((client) => (
              <ClientLine key={client.id} tenant={tenant} client={client} onKey={told} />
            ))}
          </ul>
        )}
      </div>
      {making ? <MakeClient tenant={tenant} onClose={() => setMaking(false)} onMade={told} /> : null}
      {keyed ? <KeyShown tenant={tenant} client={keyed} onClose={() => setKeyed(null)} /> : null}
    </AdminPage>
  );
}
