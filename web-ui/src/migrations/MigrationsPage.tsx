import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { useOutletContext, useParams } from 'react-router';
import { call, path, Problem, useApps, type Me, type Page, type WorkflowSummary } from '../api';
import { LoadFailure } from '../ask';
import { local, useText } from '../i18n';
import { RowsSkeleton, useTitle } from '../ui';
import { Move } from './Move';
import './migrations.css';

/** Running instances to another version of their workflow: chosen, looked at, moved. */
export function MigrationsPage() {
  const t = useText();
  const id = useId();
  const { tenant = '' } = useParams();
  const may = useMay(tenant);
  useTitle(t('migrations.title'));
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useWorkflows(tenant, may);
  if (!may || found.error)
    return (
      <LoadFailure
        title={t(
          !may || (found.error instanceof Problem && found.error.status === 403)
            ? 'migrations.closed'
            : 'migrations.failed',
        )}
        error={found.error ?? new Problem({ status: 403, code: 'identity.forbidden' })}
        tenant={tenant}
        onRetry={found.again}
      />
    );
  const workflow = found.workflows.find(({ value }) => value === chosen);
  return (
    <div className="jm-page">
      <h1 className="jm-title">{t('migrations.title')}</h1>
      <p className="jm-quiet jm-migrations-hint">{t('migrations.hint')}</p>
      {found.pending ? (
        <RowsSkeleton label={t('app.loading')} />
      ) : (
        <div className="jm-card jm-migrations">
          <label htmlFor={`${id}-workflow`}>{t('migrations.workflow')}</label>
          <Select
            id={`${id}-workflow`}
            showSearch
            optionFilterProp="label"
            placeholder={t('migrations.choose')}
            notFoundContent={t('migrations.none')}
            value={chosen}
            onChange={setChosen}
            options={found.workflows}
          />
          {workflow ? (
            <Move
              key={workflow.value}
              address={path`/tenants/${tenant}/apps/${workflow.app}/workflows/${workflow.key}`}
            />
          ) : null}
        </div>
      )}
    </div>
  );
}

/** The server decides; this spares asking for what is refused anyway. */
function useMay(tenant: string): boolean {
  const me = useOutletContext<Me>();
  const roles = me.tenants.find(({ key }) => key === tenant)?.roles ?? [];
  return roles.some((role) => ['admin', 'designer'].includes(role));
}

function useWorkflows(tenant: string, may: boolean) {
  const apps = useApps(may ? tenant : null);
  const all = useQueries({
    queries: (apps.data?.items ?? []).map((app) => {
      const address = path`/tenants/${tenant}/apps/${app.key}/workflows`;
      return { queryKey: [address], queryFn: () => call<Page<WorkflowSummary>>(address) };
    }),
  });
  const workflows = (apps.data?.items ?? []).flatMap((app, index) =>
    (all[index]?.data?.items ?? []).map(({ key, title }) => ({
      app: app.key,
      key,
      value: `${app.key}/${key}`,
      label: `${local(app.title, app.key)} · ${local(title, key)}`,
    })),
  );
  return {
    workflows,
    pending: apps.isPending || all.some((one) => one.isPending),
    error: apps.error ?? all.find((one) => one.error)?.error,
    again: () => {
      void apps.refetch();
      all.forEach((one) => void one.refetch());
    },
  };
}
