import { useOutletContext } from 'react-router';
import { holdsRole, path, useGet, type Me, type Page, type Purpose } from '../../api';
import { LoadFailure } from '../../ask';
import { useText } from '../../i18n';
import { RowsSkeleton, useTitle } from '../../ui';
import { Editor } from './Editor';

/** What personal data is processed for: the list that tags, groups and reveals choose from. */
export function PurposesPage({ tenant }: { tenant: string }) {
  const t = useText();
  const me = useOutletContext<Me>();
  const may = holdsRole(me, tenant, 'admin', 'dpo');
  const address = path`/tenants/${tenant}/purposes`;
  const purposes = useGet<Page<Purpose>>(address, { staleTime: 15_000 });
  useTitle(t('desk.purposes.title'));
  if (purposes.error)
    return (
      <LoadFailure
        title={t('desk.purposes.failed')}
        error={purposes.error}
        tenant={tenant}
        onRetry={() => void purposes.refetch()}
      />
    );
  return (
    <div className="jm-page jm-desk-narrow">
      <h1 className="jm-title">{t('desk.purposes.title')}</h1>
      <p className="jm-quiet">{t(may ? 'desk.purposes.hint' : 'desk.purposes.closed')}</p>
      {purposes.isPending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : (
        <Editor tenant={tenant} address={address} kept={purposes.data.items} readOnly={!may} />
      )}
    </div>
  );
}
