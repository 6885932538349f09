import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { call, inOrder, path, problemText } from '../../api';
import { listed, local, useText } from '../../i18n';
import { RowsSkeleton } from '../../ui';
import type { Ceiling, Sight } from './clients';

interface Props {
  tenant: string;
  roles: string[];
  purpose: string;
  ceiling: Ceiling;
}

/** What a client of these terms would have of each form, as the server decides it, and why something is cut. */
export function ClientSight({ tenant, roles, purpose, ceiling }: Props) {
  const t = useText();
  const ready = roles.length > 0 && purpose !== '';
  const address = path`/tenants/${tenant}/api-clients/preview`;
  const terms = { roles, purpose, ceiling };
  const sight = useQuery({
    queryKey: [address, terms],
    queryFn: ({ signal }) => call<Sight>(address, { method: 'POST', body: terms, signal }),
    enabled: ready,
  });
  if (!ready) return <p className="jm-hint">{t('administration.clients.sightFirst')}</p>;
  if (sight.isError) return <p role="alert">{problemText(sight.error)}</p>;
  if (!sight.data) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (sight.data.forms.length === 0) return <p className="jm-hint">{t('administration.clients.sightNone')}</p>;
  return (
    <ul className="jm-client-sight">
      {sight.data.forms.map((form) => (
        <li key={`${form.app}/${form.form}`}>
          <h3>{local(form.title, form.form)}</h3>
          <p className="jm-hint">
            {listed(inOrder(form.actions).map((act) => t(`administration.roles.act.${act}`))) ||
              t('administration.clients.sightNone')}
          </p>
          <ul aria-label={local(form.title, form.form)}>
            {form.fields.map((field) => (
              <li key={field.field} className="jm-row">
                <span className={field.access === 'hidden' ? 'jm-grow jm-client-cut' : 'jm-grow'}>
                  {local(field.title, field.field)}
                </span>
                {field.cut ? <span className="jm-hint">{t(`administration.clients.cut.${field.cut}`)}</span> : null}
                <Tag className="jm-admin-tag" color={field.access === 'hidden' ? 'default' : 'blue'}>
                  {t(`administration.clients.access.${field.access}`)}
                </Tag>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
