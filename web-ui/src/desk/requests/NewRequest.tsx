import { Alert, Button, DatePicker, Input, Modal, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { path, problemText, type NewRightsRequest } from '../../api';
import { useText } from '../../i18n';
import { REQUEST_CHANNELS, REQUEST_TYPES, useMakeRequest } from './requests';
import { useTerms } from './terms/useTerms';

const LONGEST = 4000;

/** Enters what this person asks for. */
export function NewRequest({ tenant, subject }: { tenant: string; subject: string }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('desk.newRequest.open')}
      </Button>
      {open ? <Dialog tenant={tenant} subject={subject} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Dialog({ tenant, subject, onClose }: { tenant: string; subject: string; onClose: () => void }) {
  const t = useText();
  const id = useId();
  const navigate = useNavigate();
  const make = useMakeRequest(tenant);
  const terms = useTerms(tenant);
  const [once] = useState(() => crypto.randomUUID());
  const [body, setBody] = useState<NewRightsRequest>({ type: 'access', subject, channel: 'web' });
  const usual = terms.data?.items.find((term) => term.usual)?.law;
  const law = body.law ?? usual;
  return (
    <Modal
      open
      title={t('desk.newRequest.title')}
      okText={t('desk.newRequest.confirm')}
      okButtonProps={{ loading: make.isPending }}
      cancelText={t('desk.withdraw.cancel')}
      onCancel={onClose}
      onOk={() =>
        make.mutate(
          { body: body.receivedAt ? body : { ...body, receivedAt: new Date().toISOString() }, once },
          { onSuccess: (made) => void navigate(path`/t/${tenant}/privacy/requests/${made.id}`) },
        )
      }
    >
      <div className="jm-desk-dialog">
        <Radio.Group
          className="jm-rights-types"
          aria-label={t('desk.requests.by.type')}
          value={body.type}
          onChange={({ target }) => setBody({ ...body, type: target.value as NewRightsRequest['type'] })}
          options={REQUEST_TYPES.map((value) => ({ value, label: t(`desk.newRequest.type.${value}`) }))}
        />
        <label htmlFor={`${id}-day`}>{t('desk.newRequest.day')}</label>
        <DatePicker
          id={`${id}-day`}
          value={dayjs(body.receivedAt)}
          allowClear={false}
          disabledDate={(day) => day.isAfter(dayjs(), 'day')}
          onChange={(day) =>
            setBody({ ...body, receivedAt: day.isSame(dayjs(), 'day') ? undefined : day.format('YYYY-MM-DD') })
          }
        />
        <label htmlFor={`${id}-channel`}>{t('desk.newRequest.channel')}</label>
        <Select
          id={`${id}-channel`}
          value={body.channel ?? 'web'}
          onChange={(channel) => setBody({ ...body, channel })}
          options={REQUEST_CHANNELS.map((value) => ({ value, label: t(`desk.requests.channel.${value}`) }))}
        />
        <label htmlFor={`${id}-law`}>{t('desk.newRequest.law')}</label>
        <Select
          id={`${id}-law`}
          value={law ?? null}
          loading={terms.isPending}
          onChange={(next) => next && setBody({ ...body, law: next })}
          options={(terms.data?.items ?? []).map((term) => ({
            value: term.law,
            label: t(`desk.requests.law.${term.law}`),
          }))}
        />
        <label htmlFor={`${id}-note`}>{t('desk.newRequest.note')}</label>
        <Input.TextArea
          id={`${id}-note`}
          value={body.note ?? ''}
          maxLength={LONGEST}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={({ target }) => setBody({ ...body, note: target.value })}
        />
        <p className="jm-hint">{t('desk.newRequest.sealed')}</p>
        {make.error ? <Alert role="alert" type="error" showIcon message={problemText(make.error)} /> : null}
      </div>
    </Modal>
  );
}
