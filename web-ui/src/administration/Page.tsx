import type { ReactNode } from 'react';
import { Problem } from '../api';
import { LoadFailure } from '../ask';
import { useText } from '../i18n';
import { PageSkeleton, useTitle } from '../ui';
import './administration.css';

interface Props {
  tenant: string;
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  /** What the page cannot be without. */
  needs: { isPending: boolean; error: unknown; data: unknown; refetch: () => unknown };
  children: ReactNode;
}

/** A page of the section: its title, what it is for, and the states in which there is nothing to show yet. */
export function AdminPage({ tenant, title, hint, actions, needs, children }: Props) {
  const t = useText();
  useTitle(title);
  if (needs.isPending) return <PageSkeleton label={t('app.loading')} />;
  if (needs.data === undefined) {
    const closed = needs.error instanceof Problem && needs.error.status === 403;
    return (
      <LoadFailure
        title={t(closed ? 'administration.closed' : 'administration.failed', { page: title })}
        error={needs.error}
        tenant={tenant}
        onRetry={() => void needs.refetch()}
      />
    );
  }
  return (
    <div className="jm-page jm-admin">
      <div className="jm-row jm-wrap jm-admin-head">
        <h1 className="jm-title jm-grow">{title}</h1>
        {actions}
      </div>
      {hint ? <div className="jm-quiet jm-admin-hint">{hint}</div> : null}
      {children}
    </div>
  );
}
