import { ClockCircleOutlined, EyeOutlined, FileProtectOutlined, TeamOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import {
  call,
  Problem,
  problemText,
  recordPath,
  usePurposeTitle,
  type FormPlace,
  type RevealAnswer,
  type RevealWaiting,
} from '../api';
import { Approvers, useApprovalsChanged, useAskedAbout } from '../approvals';
import { FieldTitle } from '../fields';
import { local, useText } from '../i18n';
import type { Field } from '../schema';
import { Purposes } from './Purposes';
import { lastReasons, rememberReason } from './reasons';
import { StandingRequest, standingFor } from './StandingRequest';
import type { Grant, Step } from './useReveal';
import './privacy.css';

interface Props {
  place: FormPlace;
  recordId: string;
  /** The fields of this record that the reader may ask for. */
  fields: Field[];
  first: string;
  step: Step | null;
  onClose: () => void;
  onGranted: (grant: Grant) => void;
}

/** Asks for clear values: why (a purpose and a reason), what, for how long, and that it is logged. */
export function RevealDialog({ place, recordId, fields, first, step, onClose, onGranted }: Props) {
  const t = useText();
  const [chosen, setChosen] = useState([first]);
  const [picked, setPicked] = useState<string | undefined>(step?.purpose);
  const [reason, setReason] = useState('');
  const titleOf = usePurposeTitle(place.tenant);
  const allowed = step ? [step.purpose] : commonPurposes(fields.filter((field) => chosen.includes(field.key)));
  const purpose = picked && allowed.includes(picked) ? picked : allowed.length === 1 ? allowed[0] : undefined;
  const names = fields.filter((field) => chosen.includes(field.key)).map((field) => local(field.title, field.key));

  const asked = useAskedAbout(place.tenant, recordId);
  const standing = standingFor(asked.data?.items ?? [], [first]);
  const changed = useApprovalsChanged(place.tenant);

  const reveal = useMutation({
    mutationFn: (request?: string) =>
      call<RevealAnswer | RevealWaiting>(`${recordPath(place, recordId)}/reveal`, {
        method: 'POST',
        body: request
          ? { request }
          : { fields: chosen, purpose, reason: reason.trim(), ...(step ? { task: step.task } : {}) },
      }),
    onSuccess: (answer) => {
      if (reason.trim()) rememberReason(reason.trim());
      if ('values' in answer) {
        const given = answer.purpose ?? purpose ?? '';
        onGranted({
          purpose: given,
          startedAt: Date.now(),
          expiresAt: Date.parse(answer.expiresAt),
          values: answer.values,
        });
      }
    },
    onSettled: changed,
  });
  const waiting = standing?.status === 'pending' || standing?.status === 'approved';
  const approvers = step?.approvedBy ?? [];
  const ready = purpose !== undefined && reason.trim() !== '' && chosen.length > 0;
  return (
    <Modal
      open
      title={t('reveal.title')}
      onCancel={onClose}
      width={520}
      footer={
        waiting
          ? [
              <Button key="close" type="primary" onClick={onClose}>
                {t('reveal.close')}
              </Button>,
            ]
          : [
              <Button key="cancel" onClick={onClose}>
                {t('reveal.cancel')}
              </Button>,
              <Button
                key="ok"
                type="primary"
                disabled={!ready}
                loading={reveal.isPending}
                onClick={() => reveal.mutate(undefined)}
              >
                {t(approvers.length > 0 ? 'reveal.askFor' : 'reveal.ok')}
              </Button>,
            ]
      }
    >
      {waiting ? (
        <div className="jm-reveal">
          <StandingRequest
            tenant={place.tenant}
            one={standing}
            busy={reveal.isPending}
            onOpen={(request) => reveal.mutate(request)}
          />
          {reveal.error ? <Refused problem={reveal.error} /> : null}
        </div>
      ) : (
        <div className="jm-reveal">
          {standing ? (
            <StandingRequest tenant={place.tenant} one={standing} busy={false} onOpen={() => undefined} />
          ) : null}
          {fields.length > 1 ? (
            <fieldset>
              <legend>{t('reveal.what')}</legend>
              <div className="jm-row jm-wrap">
                {fields.map((field) => (
                  <Checkbox
                    key={field.key}
                    checked={chosen.includes(field.key)}
                    onChange={(event) =>
                      setChosen(
                        event.target.checked ? [...chosen, field.key] : chosen.filter((key) => key !== field.key),
                      )
                    }
                  >
                    <FieldTitle field={field} />
                  </Checkbox>
                ))}
              </div>
            </fieldset>
          ) : null}
          <Purposes allowed={allowed} titleOf={titleOf} chosen={purpose} onChoose={setPicked} />
          <div>
            <label htmlFor="reveal-reason" style={{ fontWeight: 600, display: 'block', marginBottom: 8 }}>
              {t('reveal.reason')}
            </label>
            <Input.TextArea
              id="reveal-reason"
              value={reason}
              maxLength={200}
              autoSize={{ minRows: 2, maxRows: 4 }}
              placeholder={t('reveal.reasonHint')}
              onChange={(event) => setReason(event.target.value)}
            />
            {lastReasons().length > 0 ? (
              <div className="jm-suggestions" role="group" aria-label={t('reveal.recent')}>
                {lastReasons().map((text) => (
                  <Button key={text} size="small" onClick={() => setReason(text)}>
                    {text}
                  </Button>
                ))}
              </div>
            ) : null}
          </div>
          <ul className="jm-facts">
            <li>
              <EyeOutlined aria-hidden />
              {t('reveal.shows', { fields: names.join(t('reveal.comma')) })}
            </li>
            <li>
              <ClockCircleOutlined aria-hidden />
              {step ? t('reveal.for', { count: step.minutes }) : t('reveal.forRight')}
            </li>
            <li>
              <FileProtectOutlined aria-hidden />
              {t('reveal.logged')}
            </li>
            {approvers.length > 0 ? (
              <li>
                <TeamOutlined aria-hidden />
                <span>
                  {t('reveal.pendingBy')} <Approvers tenant={place.tenant} roles={approvers} />
                </span>
              </li>
            ) : null}
          </ul>
          {reveal.error ? <Refused problem={reveal.error} /> : null}
        </div>
      )}
    </Modal>
  );
}

/** A refusal says what to do; when only a fresh second factor is missing, it offers that. */
function Refused({ problem }: { problem: unknown }) {
  const t = useText();
  const stepUp = problem instanceof Problem && problem.status === 401;
  const here = window.location.pathname + window.location.search;
  return (
    <Alert
      role="alert"
      type={stepUp ? 'warning' : 'error'}
      showIcon
      message={stepUp ? t('reveal.stepUp') : problemText(problem)}
      action={
        stepUp ? (
          <Button href={`/login?to=${encodeURIComponent(here)}&acr=mfa`}>{t('reveal.stepUpGo')}</Button>
        ) : undefined
      }
    />
  );
}

/** A purpose must hold for every field asked for. */
function commonPurposes(fields: Field[]): string[] {
  const lists = fields.map((field) => field.sensitivity?.purposes ?? []);
  return (lists[0] ?? []).filter((purpose) => lists.every((list) => list.includes(purpose)));
}
