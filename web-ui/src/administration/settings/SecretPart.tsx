import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { call, path, problemText } from '../../api';
import { useText } from '../../i18n';

/** The secret under which messages to other systems are signed: shown when asked for, which the log notes, and replaced. */
export function SecretPart({ tenant }: { tenant: string }) {
  const t = useText();
  const { message } = App.useApp();
  const [shown, setShown] = useState<string | null>(null);
  const address = path`/tenants/${tenant}/webhooks/secret`;
  const ask = useMutation({
    mutationFn: (fresh: boolean) =>
      call<{ secret: string }>(fresh ? `${address}/replace` : address, fresh ? { method: 'POST' } : {}),
    onSuccess: ({ secret }, fresh) => {
      setShown(secret);
      if (fresh) void message.success(t('administration.settings.replaced'));
    },
    onError: (error) => void message.error(problemText(error)),
  });
  return (
    <section className="jm-card jm-admin-card" aria-labelledby="settings-secret">
      <h2 id="settings-secret">{t('administration.settings.secret')}</h2>
      <p className="jm-hint">{t('administration.settings.secretHint')}</p>
      {shown === null ? null : (
        <Input
          readOnly
          className="jm-mono jm-admin-secret"
          aria-label={t('administration.settings.secret')}
          value={shown}
        />
      )}
      <div className="jm-row jm-wrap jm-admin-buttons">
        {shown === null ? (
          <Button loading={ask.isPending} onClick={() => ask.mutate(false)}>
            {t('administration.settings.show')}
          </Button>
        ) : (
          <Button onClick={() => setShown(null)}>{t('administration.settings.hide')}</Button>
        )}
        <Popconfirm
          title={t('administration.settings.replace')}
          description={t('administration.settings.replaceAsk')}
          okText={t('administration.settings.replaceIt')}
          cancelText={t('administration.settings.keep')}
          onConfirm={() => ask.mutate(true)}
        >
          <Button>{t('administration.settings.replace')}</Button>
        </Popconfirm>
      </div>
    </section>
  );
}
