import { Alert, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { problemText, useActing, type FormPlace } from '../../api';
import { useText } from '../../i18n';
import { useFlowAct, type FlowAct } from './useFlowAct';
import './flow.css';

/** A step at which an approval can go on. */
export interface Step {
  value: string;
  label: string;
}

interface Props {
  place: FormPlace;
  record: string;
  act: 'terminate' | 'reactivate' | 'reassign';
  task?: string;
  /** Where a reactivated approval may go on. */
  steps?: Step[];
  onClose: () => void;
}

/** What an administrator does to an approval of others: never without a reason. */
export function ReasonDialog({ place, record, act, task, steps = [], onClose }: Props) {
  const t = useText();
  const id = useId();
  const [comment, setComment] = useState('');
  const [to, setTo] = useState<string>();
  const [asked, setAsked] = useState(false);
  const { members, isPending } = useActing(place.tenant, act === 'reassign');
  const send = useFlowAct(place, record, onClose);
  const nobody = act === 'reassign' && !to;
  const silent = comment.trim() === '';
  const go = () => {
    setAsked(true);
    if (nobody || silent || send.isPending) return;
    const body: FlowAct = { act, comment: comment.trim() };
    send.mutate({ ...body, ...(to ? { to } : {}), ...(task ? { task } : {}) });
  };
  const people = members.map((member) => ({ value: member.id, label: member.name }));
  const options = act === 'reassign' ? people : steps;
  return (
    <Modal
      open
      width={440}
      title={t(`records.flow.ask.${act}`)}
      okText={t(`records.flow.${act}`)}
      cancelText={t('records.flow.cancel')}
      confirmLoading={send.isPending}
      okButtonProps={{ danger: act === 'terminate' }}
      onOk={go}
      onCancel={onClose}
    >
      <div className="jm-flow-ask">
        <p className="jm-quiet">{t(`records.flow.means.${act}`)}</p>
        {options.length > 0 || act === 'reassign' ? (
          <div>
            <label className="jm-label" htmlFor={`${id}-to`}>
              {t(`records.flow.to.${act}`)}
            </label>
            <Select
              id={`${id}-to`}
              className="jm-flow-to"
              showSearch
              allowClear
              optionFilterProp="label"
              loading={act === 'reassign' && isPending}
              placeholder={t(`records.flow.any.${act}`)}
              value={to ?? null}
              status={asked && nobody ? 'error' : ''}
              aria-invalid={asked && nobody}
              aria-describedby={`${id}-to-note`}
              onChange={(value: string | null) => setTo(value ?? undefined)}
              options={options}
            />
            <p id={`${id}-to-note`} className="jm-error" role="alert">
              {asked && nobody ? t('records.flow.nobody') : null}
            </p>
          </div>
        ) : null}
        <div>
          <label className="jm-label" htmlFor={`${id}-why`}>
            {t('records.flow.reason')}
          </label>
          <Input.TextArea
            id={`${id}-why`}
            autoSize={{ minRows: 2, maxRows: 5 }}
            maxLength={2000}
            value={comment}
            status={asked && silent ? 'error' : ''}
            aria-invalid={asked && silent}
            aria-describedby={`${id}-why-note`}
            onChange={(event) => setComment(event.target.value)}
          />
          <p id={`${id}-why-note`} className="jm-error" role="alert">
            {asked && silent ? t('problem.code.workflow_reason-required') : null}
          </p>
        </div>
        {send.error ? <Alert role="alert" type="error" showIcon message={problemText(send.error)} /> : null}
      </div>
    </Modal>
  );
}
