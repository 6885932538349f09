import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { problemText, type DataSubject } from '../../api';
import { formatNumber, useText } from '../../i18n';
import { useSubjectActs } from './useStanding';

const LONGEST = 500;

interface Props {
  tenant: string;
  person: DataSubject;
  onClose: () => void;
}

/** What goes and what stays, why, and the word that shows it is meant. */
export function EraseDialog({ tenant, person, onClose }: Props) {
  const t = useText();
  const id = useId();
  const { ask } = useSubjectActs(tenant, person.id);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const word = t('desk.erase.word');
  const records = person.forms.reduce((sum, form) => sum + form.records, 0);
  const ready = reason.trim().length > 1 && typed.trim().toLowerCase() === word.toLowerCase();
  return (
    <Modal
      open
      title={t('desk.erase.title')}
      okText={t('desk.erase.ask')}
      okButtonProps={{ danger: true, loading: ask.isPending, disabled: !ready }}
      cancelText={t('desk.standing.cancel')}
      onCancel={onClose}
      onOk={() => ask.mutate(reason.trim(), { onSuccess: onClose })}
    >
      <div className="jm-desk-dialog">
        <p>{t('desk.erase.goes', { count: records, number: formatNumber(records) })}</p>
        <p>{t('desk.erase.stays')}</p>
        <p className="jm-desk-strong">{t('desk.erase.forGood')}</p>
        {person.hold ? <Alert type="info" showIcon message={t('desk.erase.underHold')} /> : null}
        <label htmlFor={`${id}-reason`}>{t('desk.erase.reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          value={reason}
          maxLength={LONGEST}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setReason(target.value)}
        />
        <label htmlFor={`${id}-word`}>{t('desk.erase.type', { word })}</label>
        <Input
          id={`${id}-word`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
        {ask.error ? <Alert role="alert" type="error" showIcon message={problemText(ask.error)} /> : null}
      </div>
    </Modal>
  );
}
