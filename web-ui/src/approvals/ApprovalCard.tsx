import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  EyeOutlined,
  FileTextOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { Alert, App, Button, Input, Tag } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { path, problemText, useMe, usePurposeTitle, type Approval } from '../api';
import { useText } from '../i18n';
import { PersonName, When } from '../ui';
import { useActOnApproval } from './approvals';
import { Approvers } from './Approvers';
import './approvals.css';

type Act = 'approve' | 'reject' | 'withdraw';

const ICONS: Partial<Record<Approval['status'], ReactElement>> = {
  pending: <ClockCircleOutlined aria-hidden />,
  approved: <CheckCircleOutlined aria-hidden />,
  used: <CheckCircleOutlined aria-hidden />,
  rejected: <CloseCircleOutlined aria-hidden />,
};

/** One request: who wants to do what and why, how it stands, and what the reader may do about it. */
export function ApprovalCard({ tenant, one }: { tenant: string; one: Approval }) {
  const t = useText();
  const purposeTitle = usePurposeTitle(tenant);
  const fields = (one.fields ?? []).map((field) => field.title).join(t('approvals.comma'));
  const deciding = one.actions.includes('approve');
  const erases = one.kind === 'erase';
  return (
    <article
      className="jm-card jm-approval"
      aria-label={t(erases ? 'approvals.wantsErased' : 'approvals.wants', { name: one.asker.name, fields })}
    >
      <header className="jm-row jm-wrap">
        <h2 className="jm-approval-title">
          <PersonName person={one.asker} /> {t(erases ? 'approvals.wantsToErase' : 'approvals.wantsTo', { fields })}
        </h2>
        <span className="jm-grow" />
        <Tag
          className="jm-approval-status"
          icon={ICONS[one.status]}
          color={one.status === 'rejected' ? 'error' : 'default'}
        >
          {t(erases && one.status === 'used' ? 'approvals.carriedOut' : `approvals.status.${one.status}`)}
        </Tag>
      </header>
      <dl className="jm-approval-facts">
        <dt>{t(erases ? 'approvals.whom' : 'approvals.about')}</dt>
        <dd>
          {erases ? <UserOutlined aria-hidden /> : <FileTextOutlined aria-hidden />} <About tenant={tenant} one={one} />
          {erases ? <p className="jm-hint">{t('approvals.forGood')}</p> : null}
        </dd>
        <dt>{t(erases ? 'approvals.whyErased' : 'approvals.why')}</dt>
        <dd>
          {one.purpose ? `${purposeTitle(one.purpose)} · ` : ''}
          {one.reason ?? t('approvals.erased')}
        </dd>
        {erases ? null : (
          <>
            <dt>{t('approvals.forHow')}</dt>
            <dd>
              <EyeOutlined aria-hidden /> {t('approvals.minutes', { count: one.minutes ?? 0 })}
            </dd>
          </>
        )}
        <dt>{t('approvals.asked')}</dt>
        <dd>
          <When at={one.askedAt} />
        </dd>
        {one.decidedBy ? (
          <>
            <dt>{t('approvals.decided')}</dt>
            <dd>
              <PersonName person={one.decidedBy} /> {one.decidedAt ? <When at={one.decidedAt} /> : null}
              {one.comment ? <p className="jm-approval-said">{one.comment}</p> : null}
            </dd>
          </>
        ) : one.status === 'pending' ? (
          <>
            <dt>{t('approvals.decides')}</dt>
            <dd>
              <Approvers tenant={tenant} roles={one.approvers} besides={one.asker.id} />
            </dd>
          </>
        ) : null}
        {one.status === 'pending' || one.status === 'approved' ? (
          <>
            <dt>
              {t(
                one.status === 'pending' ? 'approvals.until' : erases ? 'approvals.eraseUntil' : 'approvals.openUntil',
              )}
            </dt>
            <dd>
              <When at={one.expiresAt} />
            </dd>
          </>
        ) : null}
      </dl>
      {deciding ? <Decide tenant={tenant} one={one} /> : <Own tenant={tenant} one={one} />}
    </article>
  );
}

function About({ tenant, one }: { tenant: string; one: Approval }) {
  const t = useText();
  const { record } = one;
  if (one.subject) return <Link to={path`/t/${tenant}/privacy/people/${one.subject}`}>{t('approvals.person')}</Link>;
  if (!record)
    return (
      <>
        {one.formTitle ?? t('approvals.gone')} <span className="jm-hint">{t('approvals.notSeen')}</span>
      </>
    );
  const address = one.task
    ? path`/t/${tenant}/tasks/${one.task}`
    : path`/t/${tenant}/apps/${record.app}/forms/${record.form}/records/${record.id}`;
  return <Link to={address}>{record.title ? `${one.formTitle ?? ''} · ${record.title}` : one.formTitle}</Link>;
}

/** The comment, then the decisions; a rejection says why. */
function Decide({ tenant, one }: { tenant: string; one: Approval }) {
  const t = useText();
  const id = useId();
  const { message } = App.useApp();
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useActOnApproval(tenant, one.id);
  const decide = (word: Act) => {
    if (word === 'reject' && comment.trim() === '') {
      setMissing(true);
      document.getElementById(`${id}-comment`)?.focus();
      return;
    }
    act.mutate(
      { act: word, comment: comment.trim() },
      { onSuccess: () => void message.success(t(`approvals.did.${word}`)) },
    );
  };
  return (
    <div className="jm-approval-decide">
      <label className="jm-label" htmlFor={`${id}-comment`}>
        {t('approvals.comment')} <span className="jm-hint">{t('approvals.commentHint')}</span>
      </label>
      <Input.TextArea
        id={`${id}-comment`}
        value={comment}
        maxLength={4000}
        autoSize={{ minRows: 1, maxRows: 5 }}
        status={missing ? 'error' : ''}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={(event) => {
          setComment(event.target.value);
          setMissing(false);
        }}
      />
      {missing ? (
        <p id={`${id}-missing`} className="jm-error" role="alert">
          {t('problem.code.approval_comment-required')}
        </p>
      ) : null}
      {act.error ? <Alert role="alert" type="error" showIcon message={problemText(act.error)} /> : null}
      <div className="jm-row jm-wrap">
        <Button type="primary" loading={act.isPending} onClick={() => decide('approve')}>
          {t('approvals.approve')}
        </Button>
        <Button disabled={act.isPending} onClick={() => decide('reject')}>
          {t('approvals.reject')}
        </Button>
      </div>
    </div>
  );
}

/** What the asker may do: go and open what was agreed to, or take it back. */
function Own({ tenant, one }: { tenant: string; one: Approval }) {
  const t = useText();
  const me = useMe().data?.id;
  const act = useActOnApproval(tenant, one.id);
  if (one.asker.id !== me || !one.actions.includes('withdraw')) return null;
  return (
    <div className="jm-approval-decide">
      {one.actions.includes('use') && (one.record || one.subject) ? (
        <p className="jm-row jm-wrap">
          <About tenant={tenant} one={one} />
          <span className="jm-quiet">{t(one.subject ? 'approvals.eraseThere' : 'approvals.openThere')}</span>
        </p>
      ) : null}
      {act.error ? <Alert role="alert" type="error" showIcon message={problemText(act.error)} /> : null}
      <div>
        <Button loading={act.isPending} onClick={() => act.mutate({ act: 'withdraw', comment: '' })}>
          {t('approvals.withdraw')}
        </Button>
      </div>
    </div>
  );
}
