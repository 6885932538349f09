import { Alert, App, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { problemText, usePurposeTitle, type ConsentEvent } from '../../api';
import { useText } from '../../i18n';
import { useUndoNotice } from '../../ui';
import { CHANNELS, useConsentActs, type Channel } from './useConsents';

/** How long the mistake can be put right by one press, seconds. */
const UNDO_SECONDS = 12;

interface Props {
  tenant: string;
  event: ConsentEvent;
  onClose: () => void;
}

/** Taking a consent back for a person: what follows from it, how he said so, and how a mistake is put right. */
export function WithdrawDialog({ tenant, event, onClose }: Props) {
  const t = useText();
  const id = useId();
  const { message } = App.useApp();
  const notify = useUndoNotice();
  const purpose = usePurposeTitle(tenant)(event.purpose);
  const { withdraw, giveAgain } = useConsentActs(tenant);
  const [channel, setChannel] = useState<Channel>();
  const [once] = useState(() => crypto.randomUUID());
  const done = () => {
    onClose();
    notify({
      key: 'consent-withdrawn',
      text: t('desk.withdraw.done', { purpose }),
      seconds: UNDO_SECONDS,
      undo: {
        label: t('desk.withdraw.mistake'),
        run: () =>
          giveAgain.mutate(event, {
            onSuccess: () => void message.success(t('desk.withdraw.restored', { purpose })),
            onError: (error) => void message.error(problemText(error)),
          }),
      },
    });
  };
  return (
    <Modal
      open
      title={t('desk.withdraw.title', { purpose })}
      okText={t('desk.withdraw.confirm')}
      okButtonProps={{ loading: withdraw.isPending }}
      cancelText={t('desk.withdraw.cancel')}
      onCancel={onClose}
      onOk={() => withdraw.mutate({ event, channel, once }, { onSuccess: done })}
    >
      <div className="jm-desk-dialog">
        <p>{t('desk.withdraw.follows')}</p>
        <p className="jm-quiet">{t('desk.withdraw.undoable')}</p>
        <label htmlFor={id}>{t('desk.withdraw.how')}</label>
        <Select
          id={id}
          allowClear
          value={channel ?? null}
          placeholder={t('desk.consents.channel.none')}
          onChange={(next) => setChannel(next ?? undefined)}
          options={CHANNELS.map((each) => ({ value: each, label: t(`desk.consents.channel.${each}`) }))}
        />
        {withdraw.error ? <Alert role="alert" type="error" showIcon message={problemText(withdraw.error)} /> : null}
      </div>
    </Modal>
  );
}
