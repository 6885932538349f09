import { Alert, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { problemText, usePurposeTitle, type RightsRequest } from '../../api';
import { useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import { useConsents } from '../people/useConsents';
import { useActs } from './requests';

/** Chooses which of the person's standing consents an objection takes back. */
export function ObjectDialog({
  tenant,
  request,
  onClose,
}: {
  tenant: string;
  request: RightsRequest;
  onClose: () => void;
}) {
  const t = useText();
  const { ledger, events } = useConsents(tenant, request.subject);
  const { act } = useActs(tenant, request.id);
  const purposeTitle = usePurposeTitle(tenant);
  const [chosen, setChosen] = useState<string[]>([]);
  const standing = events.filter(({ stands }) => stands);
  const error = ledger.error ?? act.error;
  return (
    <Modal
      open
      title={t('desk.request.dialog.object')}
      okText={t('desk.request.confirm.object')}
      okButtonProps={{ loading: act.isPending, disabled: chosen.length === 0 }}
      cancelText={t('desk.withdraw.cancel')}
      onCancel={onClose}
      onOk={() => act.mutate({ act: 'carry-out', body: { consents: chosen } }, { onSuccess: onClose })}
    >
      <div className="jm-desk-dialog">
        <p className="jm-quiet">{t('desk.withdraw.follows')}</p>
        {ledger.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : standing.length === 0 ? (
          <p>{t('desk.request.noConsent')}</p>
        ) : (
          <Checkbox.Group
            className="jm-rights-consents"
            value={chosen}
            onChange={setChosen}
            options={standing.map(({ id, purpose, notice }) => ({
              value: id,
              label: `${purposeTitle(purpose)} · ${t('desk.consents.notice', { notice })}`,
            }))}
          />
        )}
        {error ? <Alert role="alert" type="error" showIcon message={problemText(error)} /> : null}
      </div>
    </Modal>
  );
}
