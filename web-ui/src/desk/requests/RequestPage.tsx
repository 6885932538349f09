import { LeftOutlined } from '@ant-design/icons';
import { Link, useParams } from 'react-router';
import { path, type RightsRequest } from '../../api';
import { LoadFailure } from '../../ask';
import { formatTime, useText } from '../../i18n';
import { PageSkeleton, When, useTitle } from '../../ui';
import { Acts } from './Acts';
import { Copy } from './Copy';
import { useRequest } from './requests';
import { Term } from './Term';

/** One request: what is asked and until when, what can be done, what was done. */
export function RequestPage({ tenant }: { tenant: string }) {
  const t = useText();
  const { request = '' } = useParams();
  const known = useRequest(tenant, request);
  useTitle(t('desk.request.title'));
  if (known.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (known.error)
    return (
      <LoadFailure
        title={t('desk.request.failed')}
        error={known.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void known.refetch()}
      />
    );
  const one = known.data;
  return (
    <div className="jm-page jm-desk-narrow">
      <Link to={path`/t/${tenant}/privacy/requests`} className="jm-row">
        <LeftOutlined aria-hidden /> {t('desk.request.back')}
      </Link>
      <h1 className="jm-title">
        {t(`desk.requests.type.${one.type}`)} · <span className="jm-num">{one.number}</span>
      </h1>
      <p className="jm-quiet">
        {t(`desk.requests.state.${one.state}`)} · <Term request={one} />
      </p>
      <Facts tenant={tenant} one={one} />
      <Acts key={one.state} tenant={tenant} request={one} />
      <Copy tenant={tenant} request={one} />
      <Timeline one={one} />
    </div>
  );
}

function Facts({ tenant, one }: { tenant: string; one: RightsRequest }) {
  const t = useText();
  const note = one.note ?? (one.noted ? t('desk.request.noteGone') : undefined);
  return (
    <dl className="jm-card jm-rights-facts">
      <dt>{t('desk.request.about')}</dt>
      <dd>
        <Link to={path`/t/${tenant}/privacy/people/${one.subject}`}>{t('desk.request.person')}</Link>
      </dd>
      <dt>{t('desk.request.received')}</dt>
      <dd>
        {formatTime(one.receivedAt)} · {t(`desk.requests.channel.${one.channel}`)}
      </dd>
      <dt>{t('desk.request.law')}</dt>
      <dd>{t(`desk.requests.law.${one.law}`)}</dd>
      <dt>{t('desk.request.assignee')}</dt>
      <dd>{one.assignee?.name ?? t('desk.requests.nobody')}</dd>
      {note ? (
        <>
          <dt>{t('desk.request.note')}</dt>
          <dd className="jm-rights-words">{note}</dd>
        </>
      ) : null}
    </dl>
  );
}

function Timeline({ one }: { one: RightsRequest }) {
  const t = useText();
  return (
    <section aria-labelledby="desk-request-timeline">
      <h2 id="desk-request-timeline" className="jm-desk-heading">
        {t('desk.request.timeline')}
      </h2>
      <ol className="jm-card">
        {one.timeline.map((done) => (
          <li key={`${done.at}-${done.act}`} className="jm-desk-line">
            <p>{t(`desk.request.done.${done.act}${done.outcome ? `_${done.outcome}` : ''}`)}</p>
            {done.reason ? (
              <p className="jm-rights-words">{t('desk.request.reasonWas', { reason: done.reason })}</p>
            ) : null}
            {done.appeal ? (
              <p className="jm-rights-words">{t('desk.request.appealWas', { appeal: done.appeal })}</p>
            ) : null}
            <p className="jm-hint">
              {done.by ? `${done.by.name} · ` : ''}
              <When at={done.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
