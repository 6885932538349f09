import { Alert, Modal } from 'antd';
import { useText } from '../../i18n';

interface Props {
  title: string;
  follows: string;
  confirm: string;
  busy: boolean;
  problem: string | undefined;
  onClose: () => void;
  onConfirm: () => void;
}

/** Says what follows from an act before it is done. */
export function ConfirmDialog({ title, follows, confirm, busy, problem, onClose, onConfirm }: Props) {
  const t = useText();
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      okButtonProps={{ loading: busy }}
      cancelText={t('desk.standing.cancel')}
      onCancel={onClose}
      onOk={onConfirm}
    >
      <div className="jm-desk-dialog">
        <p>{follows}</p>
        {problem ? <Alert role="alert" type="error" showIcon message={problem} /> : null}
      </div>
    </Modal>
  );
}
