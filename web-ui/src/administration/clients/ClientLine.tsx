import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { call, problemText, usePurposeTitle } from '../../api';
import { formatDate, listed, useText } from '../../i18n';
import { When } from '../../ui';
import { useRoleTitle } from '../../viewing';
import { clientsAddress, endsIn, type Client, type Keyed } from './clients';

interface Props {
  tenant: string;
  client: Client;
  onKey: (keyed: Keyed) => void;
}

/** One client: what binds it, how its key stands, and what can be done about it. */
export function ClientLine({ tenant, client, onKey }: Props) {
  const t = useText();
  const roleTitle = useRoleTitle();
  const purposeTitle = usePurposeTitle(tenant);
  const [now] = useState(() => Date.now());
  const soon = endsIn(client, now);
  return (
    <li className="jm-admin-line jm-client">
      <div className="jm-grow">
        <p className="jm-row jm-wrap">
          <strong>{client.name}</strong>
          <Tag className="jm-admin-tag">{t(`administration.clients.status.${client.status}`)}</Tag>
          {soon === null ? null : (
            <Tag className="jm-admin-tag" color="warning">
              {t('administration.clients.soon', { count: soon })}
            </Tag>
          )}
        </p>
        <p>
          {listed(client.roles.map(roleTitle))} · {purposeTitle(client.purpose)} ·{' '}
          {t(`administration.clients.upTo.${client.ceiling}`)}
        </p>
        <p className="jm-hint">
          <span className="jm-mono">jmk_…{client.hint}</span> ·{' '}
          {client.lastUsed
            ? t('administration.clients.used', { day: formatDate(client.lastUsed) })
            : t('administration.clients.unused')}
          {client.status === 'revoked' ? null : (
            <> · {t('administration.clients.until', { day: formatDate(client.expiresAt.slice(0, 10)) })}</>
          )}
          {client.networks.length > 0 ? ` · ${client.networks.join(', ')}` : null}
        </p>
        {client.formerUntil ? (
          <p className="jm-hint">
            {t('administration.clients.former')} <When at={client.formerUntil} />
          </p>
        ) : null}
      </div>
      {client.status === 'revoked' ? null : <Acts tenant={tenant} client={client} onKey={onKey} />}
    </li>
  );
}

function Acts({ tenant, client, onKey }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const all = clientsAddress(tenant);
  const one = `${all}/${client.id}`;
  const anew = () => cache.invalidateQueries({ queryKey: [`${all}?limit=200`] });
  const onError = (error: unknown) => void message.error(problemText(error));
  const roll = useMutation({
    mutationFn: (overlap: boolean) =>
      call<Keyed>(`${one}/roll`, { method: 'POST', body: { overlap }, version: client.version }),
    onSuccess: onKey,
    onError,
    onSettled: anew,
  });
  const revoke = useMutation({
    mutationFn: () => call(one, { method: 'DELETE', version: client.version }),
    onSuccess: () => void message.success(t('administration.clients.revoked')),
    onError,
    onSettled: anew,
  });
  return (
    <div className="jm-row jm-wrap">
      {client.status === 'live' ? (
        <Popconfirm
          title={t('administration.clients.rollAsk')}
          description={t('administration.clients.rollHint')}
          okText={t('administration.clients.rollLater')}
          cancelText={t('administration.clients.rollNow')}
          onConfirm={() => roll.mutate(true)}
          onCancel={() => roll.mutate(false)}
        >
          <Button aria-label={t('administration.clients.rollIt', { name: client.name })} loading={roll.isPending}>
            {t('administration.clients.roll')}
          </Button>
        </Popconfirm>
      ) : null}
      <Popconfirm
        title={t('administration.clients.revokeAsk', { name: client.name })}
        description={t('administration.clients.revokeHint')}
        okText={t('administration.clients.revoke')}
        cancelText={t('administration.clients.keep')}
        okButtonProps={{ danger: true }}
        onConfirm={() => revoke.mutate()}
      >
        <Button
          danger
          aria-label={t('administration.clients.revokeIt', { name: client.name })}
          loading={revoke.isPending}
        >
          {t('administration.clients.revoke')}
        </Button>
      </Popconfirm>
    </div>
  );
}
