import { Alert, Modal } from 'antd';
import { useId, useState } from 'react';
import { problemText } from '../api';
import { useText } from '../i18n';
import { PersonOrRole } from './PersonOrRole';
import type { Who } from './store';
import { useBeginView } from './useBeginView';

interface Props {
  tenant: string;
  open: boolean;
  onClose: () => void;
}

/** Chooses with whose eyes the pages are looked at from here on. */
export function StartView({ tenant, open, onClose }: Props) {
  const t = useText();
  const id = useId();
  const [who, setWho] = useState<Who | null>(null);
  const starting = useBeginView(tenant, onClose);
  return (
    <Modal
      open={open}
      title={t('viewing.start')}
      okText={t('viewing.go')}
      cancelText={t('viewing.cancel')}
      okButtonProps={{ disabled: who === null }}
      confirmLoading={starting.isPending}
      onOk={() => who && starting.mutate(who)}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="jm-viewing-start">
        <label htmlFor={id}>{t('viewing.who')}</label>
        <PersonOrRole id={id} tenant={tenant} value={who} onChange={setWho} />
        <p className="jm-hint">{t('viewing.hint')}</p>
        {starting.isError ? <Alert type="error" showIcon message={problemText(starting.error)} /> : null}
      </div>
    </Modal>
  );
}
