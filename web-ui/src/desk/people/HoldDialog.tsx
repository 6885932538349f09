import { Alert, DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import { problemText } from '../../api';
import { useText } from '../../i18n';
import { useSubjectActs } from './useStanding';

const LONGEST = 500;
/** Later than this nobody looks at it again. */
const MOST_YEARS = 10;

interface Props {
  tenant: string;
  subject: string;
  onClose: () => void;
}

/** Why a person may not be erased for now, and when that is looked at again. Whoever places a hold answers for it. */
export function HoldDialog({ tenant, subject, onClose }: Props) {
  const t = useText();
  const id = useId();
  const { hold } = useSubjectActs(tenant, subject);
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState<Dayjs | null>(null);
  const ready = reason.trim().length > 1 && reviewOn !== null;
  return (
    <Modal
      open
      title={t('desk.standing.holdTitle')}
      okText={t('desk.standing.hold')}
      okButtonProps={{ loading: hold.isPending, disabled: !ready }}
      cancelText={t('desk.standing.cancel')}
      onCancel={onClose}
      onOk={() => {
        if (reviewOn)
          hold.mutate({ reason: reason.trim(), reviewOn: reviewOn.format('YYYY-MM-DD') }, { onSuccess: onClose });
      }}
    >
      <div className="jm-desk-dialog">
        <p>{t('desk.standing.holdFollows')}</p>
        <label htmlFor={`${id}-reason`}>{t('desk.standing.reason')}</label>
        <Input.TextArea
          id={`${id}-reason`}
          value={reason}
          maxLength={LONGEST}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setReason(target.value)}
        />
        <label htmlFor={`${id}-review`}>{t('desk.standing.review')}</label>
        <DatePicker
          id={`${id}-review`}
          value={reviewOn}
          disabledDate={(day) => !day.isAfter(dayjs(), 'day') || day.isAfter(dayjs().add(MOST_YEARS, 'year'), 'day')}
          onChange={(day: Dayjs | null) => setReviewOn(day)}
        />
        {hold.error ? <Alert role="alert" type="error" showIcon message={problemText(hold.error)} /> : null}
      </div>
    </Modal>
  );
}
