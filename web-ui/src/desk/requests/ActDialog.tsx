import { Alert, Input, Modal, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { problemText, useMembers, type RightsAct, type RightsRequest } from '../../api';
import { useText } from '../../i18n';
import { useActs } from './requests';

const LONGEST = 4000;
const OUTCOMES = ['granted', 'partly', 'refused'] as const;

export type Asked = 'assign' | 'extend' | 'answer' | 'withdraw' | 'erase' | 'restrict';

interface Props {
  tenant: string;
  request: RightsRequest;
  act: Asked;
  onClose: () => void;
}

/** Asks what an act needs: a person, a reason, how it is answered. What is written is kept sealed under the person's key. */
export function ActDialog({ tenant, request, act, onClose }: Props) {
  const t = useText();
  const id = useId();
  const acts = useActs(tenant, request.id);
  const [said, setSaid] = useState<RightsAct>(() =>
    request.assignee && act === 'assign' ? { assignee: request.assignee.id } : {},
  );
  const refused = said.outcome === 'refused';
  const ready =
    act === 'assign'
      ? Boolean(said.assignee)
      : act === 'extend' || act === 'erase'
        ? Boolean(said.reason?.trim())
        : act === 'withdraw' ||
          act === 'restrict' ||
          (Boolean(said.outcome) &&
            (said.outcome === 'granted' || Boolean(said.reason?.trim())) &&
            (!refused || Boolean(said.appeal?.trim())));
  const { appeal, ...plain } = said;
  return (
    <Modal
      open
      title={t(`desk.request.dialog.${act}`)}
      okText={t(`desk.request.confirm.${act}`)}
      okButtonProps={{ loading: acts.act.isPending, disabled: !ready }}
      cancelText={t('desk.withdraw.cancel')}
      onCancel={onClose}
      onOk={() =>
        acts.act.mutate(
          { act: act === 'erase' || act === 'restrict' ? 'carry-out' : act, body: refused && appeal ? said : plain },
          { onSuccess: onClose },
        )
      }
    >
      <div className="jm-desk-dialog">
        <p className="jm-quiet">{t(`desk.request.explain.${act}`)}</p>
        {act === 'assign' ? (
          <Assignee tenant={tenant} id={id} value={said.assignee} onChange={(assignee) => setSaid({ assignee })} />
        ) : null}
        {act === 'answer' ? (
          <Radio.Group
            aria-label={t('desk.request.outcome')}
            value={said.outcome}
            onChange={({ target }) => setSaid({ ...said, outcome: target.value as (typeof OUTCOMES)[number] })}
            options={OUTCOMES.map((value) => ({ value, label: t(`desk.request.outcomes.${value}`) }))}
          />
        ) : null}
        {act === 'assign' || act === 'restrict' ? null : (
          <>
            <label htmlFor={id}>
              {t(act === 'withdraw' || said.outcome === 'granted' ? 'desk.request.reasonMaybe' : 'desk.request.reason')}
            </label>
            <Input.TextArea
              id={id}
              value={said.reason ?? ''}
              maxLength={LONGEST}
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={({ target }) => setSaid({ ...said, reason: target.value })}
            />
          </>
        )}
        {refused ? (
          <>
            <label htmlFor={`${id}-appeal`}>{t('desk.request.appeal')}</label>
            <Input.TextArea
              id={`${id}-appeal`}
              value={said.appeal ?? ''}
              maxLength={LONGEST}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={({ target }) => setSaid({ ...said, appeal: target.value })}
            />
          </>
        ) : null}
        {acts.act.error ? <Alert role="alert" type="error" showIcon message={problemText(acts.act.error)} /> : null}
      </div>
    </Modal>
  );
}

function Assignee({
  tenant,
  id,
  value,
  onChange,
}: {
  tenant: string;
  id: string;
  value: string | undefined;
  onChange: (id: string) => void;
}) {
  const t = useText();
  const members = useMembers(tenant);
  const officers = (members.data?.items ?? []).filter(({ roles }) => roles?.includes('dpo'));
  return (
    <>
      <label htmlFor={id}>{t('desk.request.assignee')}</label>
      <Select
        id={id}
        value={value ?? null}
        loading={members.isPending}
        onChange={(next) => next && onChange(next)}
        options={officers.map((officer) => ({ value: officer.id, label: officer.name }))}
      />
    </>
  );
}
