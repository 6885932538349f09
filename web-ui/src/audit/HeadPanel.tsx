import type { ReactNode } from 'react';
import { path, useGet, type AuditKey } from '../api';
import { formatNumber, formatTime, useText } from '../i18n';
import { Copyable } from './Copyable';
import { Shield } from './Shield';
import { useHead, useHistoryVerdict } from './useVerdict';

/** How the whole log stands: whether it still extends what this browser has seen, its size and root, and whose key signs it. */
export function HeadPanel({ tenant }: { tenant: string }) {
  const t = useText();
  const history = useHistoryVerdict(tenant);
  const head = useHead(tenant);
  const key = useGet<AuditKey>(path`/tenants/${tenant}/audit/key`, { staleTime: Infinity });
  return (
    <section className="jm-card jm-audit-panel" aria-label={t('audit.head.title')}>
      <Shield about="history" verdict={history.verdict} error={history.error} />
      <dl>
        <Fact name={t('audit.head.size')}>
          {head.data ? <span className="jm-num">{formatNumber(head.data.size)}</span> : null}
        </Fact>
        <Fact name={t('audit.head.signed')}>{head.data ? formatTime(head.data.at) : null}</Fact>
        <Fact name={t('audit.root')}>
          {head.data ? <Copyable text={head.data.root} name={t('audit.root')} short /> : null}
        </Fact>
        <Fact name={t('audit.head.key')}>
          {key.data ? <Copyable text={key.data.verifierKey} name={t('audit.head.key')} shown={key.data.keyId} /> : null}
        </Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="jm-hint">{name}</dt>
      <dd>{children ?? '…'}</dd>
    </div>
  );
}
