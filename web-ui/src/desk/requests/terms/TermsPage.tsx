import { LeftOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { path } from '../../../api';
import { LoadFailure } from '../../../ask';
import { useText } from '../../../i18n';
import { RowsSkeleton, useTitle } from '../../../ui';
import { Editor } from './Editor';
import { useTerms } from './useTerms';

/** Until when requests are answered, by law. Every kind of request under a law has the same term. */
export function TermsPage({ tenant }: { tenant: string }) {
  const t = useText();
  const terms = useTerms(tenant);
  useTitle(t('desk.terms.title'));
  if (terms.error)
    return (
      <LoadFailure
        title={t('desk.terms.failed')}
        error={terms.error}
        tenant={tenant}
        askable={false}
        onRetry={() => void terms.refetch()}
      />
    );
  return (
    <div className="jm-page jm-desk-narrow">
      <Link to={path`/t/${tenant}/privacy/requests`} className="jm-row">
        <LeftOutlined aria-hidden /> {t('desk.request.back')}
      </Link>
      <h1 className="jm-title">{t('desk.terms.title')}</h1>
      <p className="jm-quiet">{t('desk.terms.hint')}</p>
      {terms.isPending ? <RowsSkeleton label={t('app.loading')} /> : <Editor tenant={tenant} kept={terms.data.items} />}
    </div>
  );
}
