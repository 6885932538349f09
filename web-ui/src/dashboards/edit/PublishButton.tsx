import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call, problemText } from '../../api';
import { useText } from '../../i18n';
import { useFindings, type Studio } from '../../studio';
import type { Dashboard } from '../model';
import { dashboardPage, dashboardPath, dashboardsPath } from '../useDashboard';

/** Makes the draft what its readers see, once nothing speaks against it. */
export function PublishButton({ studio }: { studio: Studio<Dashboard> }) {
  const t = useText();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const { findings } = useFindings(studio);
  const { tenant, app, key } = studio.place;
  const place = { tenant, app, dashboard: key };
  const errors = findings?.some(({ severity }) => severity === 'error') ?? false;
  const publish = async () => {
    setBusy(true);
    try {
      if (!(await studio.flush())) return;
      await call(`${dashboardPath(place)}/publish`, { method: 'POST', body: {} });
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(dashboardsPath(tenant, app)),
      });
      void message.success(t('dashboard.published'));
      await navigate(dashboardPage(place));
    } catch (problem) {
      void message.error(problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type="primary"
      loading={busy}
      disabled={errors || studio.document.widgets.length === 0 || studio.conflict !== undefined}
      onClick={() => void publish()}
    >
      {t('dashboard.publish')}
    </Button>
  );
}
