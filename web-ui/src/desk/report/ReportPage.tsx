import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { path, useGet, type RegulationReport } from '../../api';
import { LoadFailure } from '../../ask';
import { formatTime, useText } from '../../i18n';
import { PageSkeleton, useTitle } from '../../ui';

const LAWS = ['pipl', 'gdpr', 'ccpa'] as const;

/** Articles of a law with what meets them here, counted, and what is missing with the way to it. Prints as it stands. */
export function ReportPage({ tenant }: { tenant: string }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const law = LAWS.find((one) => one === params.get('law')) ?? 'pipl';
  const report = useGet<RegulationReport>(`${path`/tenants/${tenant}/privacy/report`}?law=${law}`, {
    staleTime: 60_000,
  });
  useTitle(t('desk.report.title'));
  if (report.error)
    return (
      <LoadFailure
        title={t('desk.report.failed')}
        error={report.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void report.refetch()}
      />
    );
  return (
    <div className="jm-page jm-desk-narrow jm-rights-report">
      <div className="jm-desk-head">
        <div className="jm-grow">
          <h1 className="jm-title">{t('desk.report.title')}</h1>
          <p className="jm-quiet">{t('desk.report.hint')}</p>
        </div>
        <Button icon={<PrinterOutlined aria-hidden />} disabled={report.isPending} onClick={() => window.print()}>
          {t('desk.report.print')}
        </Button>
      </div>
      <Segmented
        aria-label={t('desk.report.law')}
        value={law}
        onChange={(next) => setParams(next === 'pipl' ? {} : { law: next })}
        options={LAWS.map((value) => ({ value, label: t(`desk.report.laws.${value}`) }))}
      />
      {report.isPending ? (
        <PageSkeleton label={t('app.loading')} />
      ) : (
        <>
          <p className="jm-hint jm-rights-made">
            {t('desk.report.made', { law: t(`desk.requests.law.${law}`), at: formatTime(report.data.at) })}
          </p>
          <ul className="jm-desk-holdings">
            {report.data.articles.map((article) => (
              <Article key={article.article} tenant={tenant} article={article} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Article({ tenant, article }: { tenant: string; article: RegulationReport['articles'][number] }) {
  const t = useText();
  return (
    <li className="jm-card jm-desk-line">
      <h2 className="jm-desk-strong">
        {t('desk.report.article', { article: article.article })} {article.title}
      </h2>
      <ul className="jm-rights-controls">
        {article.controls.map((control) => (
          <li key={control.key}>
            <span className="jm-desk-strong">{control.title}</span> {control.says}
          </li>
        ))}
        {article.gaps.map((gap) => (
          <li key={`${gap.control}-${gap.text}`} className="jm-rights-gap">
            <span className="jm-desk-state jm-desk-withdraw">{t('desk.report.gap')}</span> {gap.text}{' '}
            {gap.link ? <Link to={`${path`/t/${tenant}`}/${gap.link}`}>{t('desk.report.close')}</Link> : null}
          </li>
        ))}
      </ul>
    </li>
  );
}
