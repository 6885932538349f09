import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { path, type Approval } from '../api';
import { Approvers } from '../approvals';
import { formatTime, useText } from '../i18n';

interface Props {
  tenant: string;
  one: Approval;
  busy: boolean;
  onOpen: (request: string) => void;
}

/** How the reader's request to see these values stands: waiting for whom, open now, or rejected and why. */
export function StandingRequest({ tenant, one, busy, onOpen }: Props) {
  const t = useText();
  const fields = (one.fields ?? []).map((field) => field.title).join(t('reveal.comma'));
  if (one.status === 'approved')
    return (
      <Alert
        type="success"
        showIcon
        message={t('reveal.approved', { fields, until: formatTime(new Date(one.expiresAt)) })}
        action={
          <Button type="primary" loading={busy} onClick={() => onOpen(one.id)}>
            {t('reveal.openNow')}
          </Button>
        }
      />
    );
  if (one.status === 'rejected')
    return (
      <Alert
        type="error"
        showIcon
        message={t('reveal.rejected', { name: one.decidedBy?.name ?? '', fields })}
        description={one.comment ?? undefined}
      />
    );
  return (
    <Alert
      type="info"
      showIcon
      message={t('reveal.pending', { fields })}
      description={
        <>
          {t('reveal.pendingBy')} <Approvers tenant={tenant} roles={one.approvers} besides={one.asker.id} />{' '}
          <Link to={path`/t/${tenant}/approvals/${one.id}`}>{t('reveal.toRequest')}</Link>
        </>
      }
    />
  );
}

/** Of what was asked about a record, the request that still says something about these fields. */
export function standingFor(asked: Approval[], fields: string[]): Approval | undefined {
  const about = asked.filter((one) => one.fields?.some((field) => fields.includes(field.key)));
  const newest = about[0];
  return newest && ['pending', 'approved', 'rejected'].includes(newest.status) ? newest : undefined;
}
