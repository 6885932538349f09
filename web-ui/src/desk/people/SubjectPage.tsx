import { Link, useParams } from 'react-router';
import { LeftOutlined } from '@ant-design/icons';
import { path, useGet, type DataSubject } from '../../api';
import { LoadFailure } from '../../ask';
import { formatTime, useText } from '../../i18n';
import { PageSkeleton, useTitle } from '../../ui';
import { NewRequest } from '../requests/NewRequest';
import { Consents } from './Consents';
import { ErasureState } from './ErasureState';
import { Holdings } from './Holdings';
import { Standing } from './Standing';
import { subjectPath, useErasure } from './useStanding';

/** One person for the privacy desk: where his data lie and what he agreed to. No value of his is asked for. */
export function SubjectPage({ tenant }: { tenant: string }) {
  const t = useText();
  const { subject = '' } = useParams();
  const known = useGet<DataSubject>(subjectPath(tenant, subject), { staleTime: 60_000 });
  const erasure = useErasure(tenant, subject).data?.items.at(0);
  useTitle(t('desk.subject.title'));
  if (known.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (erasure?.status === 'completed')
    return (
      <div className="jm-page jm-desk-narrow">
        <Back tenant={tenant} />
        <h1 className="jm-title">{t('desk.erase.over')}</h1>
        <div className="jm-card jm-desk-line jm-standing-over">
          <ErasureState erasure={erasure} />
        </div>
      </div>
    );
  if (known.error)
    return (
      <LoadFailure
        title={t('desk.subject.failed')}
        error={known.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void known.refetch()}
      />
    );
  return (
    <div className="jm-page jm-desk-narrow">
      <Back tenant={tenant} />
      <h1 className="jm-title">{t('desk.subject.title')}</h1>
      <p className="jm-quiet">{t('desk.subject.since', { at: formatTime(known.data.createdAt) })}</p>
      <NewRequest tenant={tenant} subject={subject} />
      <Holdings tenant={tenant} forms={known.data.forms} />
      <Consents tenant={tenant} subject={subject} />
      <Standing tenant={tenant} person={known.data} />
    </div>
  );
}

function Back({ tenant }: { tenant: string }) {
  const t = useText();
  return (
    <Link to={path`/t/${tenant}/privacy/people`} className="jm-row">
      <LeftOutlined aria-hidden /> {t('desk.subject.back')}
    </Link>
  );
}
