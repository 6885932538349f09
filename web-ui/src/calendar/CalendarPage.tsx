import { useOutletContext, useParams } from 'react-router';
import { path, useGet, type Me, type WorkingCalendar } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { PageSkeleton, useTitle } from '../ui';
import { Editor } from './Editor';
import './calendar.css';

/** When the tenant works: terms of steps are counted by it while it is on. Everybody may look; administrators change it. */
export function CalendarPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const me = useOutletContext<Me>();
  const address = path`/tenants/${tenant}/calendar`;
  const calendar = useGet<WorkingCalendar>(address, { staleTime: Infinity });
  useTitle(t('working.title'));
  if (calendar.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (calendar.error)
    return (
      <LoadFailure
        title={t('working.failed')}
        error={calendar.error}
        tenant={tenant}
        onRetry={() => void calendar.refetch()}
      />
    );
  const may = (me.tenants.find(({ key }) => key === tenant)?.roles ?? []).includes('admin');
  return (
    <div className="jm-page">
      <h1 className="jm-title">{t('working.title')}</h1>
      <p className="jm-quiet jm-working-hint">{t(may ? 'working.hint' : 'working.closed')}</p>
      <Editor address={address} kept={calendar.data} readOnly={!may} />
    </div>
  );
}
