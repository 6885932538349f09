import { AppstoreAddOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useParams } from 'react-router';
import { path, Problem, useGet, type Page, type TenantTemplate } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { Empty, RowsSkeleton, useTitle } from '../ui';
import { TemplateCard } from './TemplateCard';
import { TemplateContents } from './TemplateContents';
import './templates.css';

/** Prebuilt apps: what each brings, how much protected data it asks for, and the way to have it. */
export function TemplatesPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [shown, setShown] = useState<TenantTemplate>();
  useTitle(t('templates.title'));
  const templates = useGet<Page<TenantTemplate>>(path`/tenants/${tenant}/templates`, { staleTime: 0 });
  const closed = templates.error instanceof Problem && templates.error.status === 403;
  if (templates.error)
    return (
      <LoadFailure
        title={t(closed ? 'templates.closed' : 'templates.failed')}
        error={templates.error}
        tenant={tenant}
        onRetry={() => void templates.refetch()}
      />
    );
  return (
    <div className="jm-page">
      <h1 className="jm-title">{t('templates.title')}</h1>
      <p className="jm-quiet jm-templates-hint">{t('templates.hint')}</p>
      {templates.isPending ? (
        <div className="jm-card">
          <RowsSkeleton label={t('app.loading')} />
        </div>
      ) : templates.data.items.length === 0 ? (
        <div className="jm-card">
          <Empty icon={<AppstoreAddOutlined aria-hidden />} title={t('templates.none')} />
        </div>
      ) : (
        <ul className="jm-templates">
          {templates.data.items.map((template) => (
            <TemplateCard key={template.id} tenant={tenant} template={template} onContents={() => setShown(template)} />
          ))}
        </ul>
      )}
      {shown ? <TemplateContents template={shown} onClose={() => setShown(undefined)} /> : null}
    </div>
  );
}
