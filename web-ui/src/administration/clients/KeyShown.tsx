import { Alert, App, Button, Input, Modal } from 'antd';
import { useText } from '../../i18n';
import type { Keyed } from './clients';

interface Props {
  tenant: string;
  client: Keyed;
  onClose: () => void;
}

/** The key, this once: whoever closes this without keeping it makes a new one. */
export function KeyShown({ tenant, client, onClose }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(client.key);
    void message.success(t('administration.clients.copied'));
  };
  const example = `curl -H "Authorization: Bearer $JIANMI_KEY" ${location.origin}/api/v1/tenants/${tenant}/apps`;
  return (
    <Modal
      open
      title={t('administration.clients.keyOf', { name: client.name })}
      onCancel={onClose}
      maskClosable={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('administration.clients.kept')}
        </Button>
      }
    >
      <Alert type="warning" showIcon message={t('administration.clients.once')} />
      <div className="jm-row jm-client-key">
        <Input
          readOnly
          className="jm-mono"
          aria-label={t('administration.clients.key')}
          value={client.key}
          onFocus={(event) => event.target.select()}
        />
        <Button onClick={() => void copy()}>{t('administration.clients.copy')}</Button>
      </div>
      <p className="jm-hint">{t('administration.clients.try')}</p>
      <pre className="jm-mono jm-client-example">{example}</pre>
    </Modal>
  );
}
