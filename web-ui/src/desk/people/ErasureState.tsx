import { DownloadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { Erasure, ErasureCertificate } from '../../api';
import { formatDay, formatNumber, useText } from '../../i18n';
import { When } from '../../ui';

/** How far an erasure is, and once it is done what is certified. */
export function ErasureState({ erasure }: { erasure: Erasure }) {
  const t = useText();
  const done = erasure.steps.filter((step) => step.at).length;
  const next = erasure.steps.find((step) => !step.at);
  return (
    <div aria-live="polite">
      <p className="jm-desk-strong">{t(`desk.erase.status.${erasure.status}`)}</p>
      <p className="jm-hint">
        <When at={erasure.askedAt} /> · {t('desk.standing.by', { name: erasure.askedBy.name })}
      </p>
      {erasure.status === 'running' ? (
        <>
          <Progress
            aria-label={t('desk.erase.progress')}
            percent={Math.round((100 * done) / erasure.steps.length)}
            showInfo={false}
          />
          {next ? <p>{t(`desk.erase.step.${next.step}`)}</p> : null}
        </>
      ) : null}
      {erasure.certificate ? <Certificate certificate={erasure.certificate} /> : null}
    </div>
  );
}

function Certificate({ certificate }: { certificate: ErasureCertificate }) {
  const t = useText();
  const records = certificate.forms.reduce((sum, form) => sum + form.records, 0);
  return (
    <>
      <dl className="jm-standing-facts">
        <dt>{t('desk.erase.gone')}</dt>
        <dd>{t('desk.subject.records', { count: records, number: formatNumber(records) })}</dd>
        <dt>{t('desk.erase.keysAt')}</dt>
        <dd>
          <When at={certificate.keysDestroyedAt} />
        </dd>
        <dt>{t('desk.erase.doneAt')}</dt>
        <dd>
          <When at={certificate.completedAt} />
        </dd>
        <dt>{t('desk.erase.finalAt')}</dt>
        <dd>{formatDay(certificate.finalAt)}</dd>
      </dl>
      <p>{t('desk.erase.residue')}</p>
      <ul className="jm-standing-residue">
        {certificate.residue.map((what) => (
          <li key={what}>{t(`desk.erase.left.${what}`)}</li>
        ))}
      </ul>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        download={`erasure-${certificate.erasure}.json`}
        href={`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(certificate, null, 2))}`}
      >
        {t('desk.erase.certificate')}
      </Button>
    </>
  );
}
