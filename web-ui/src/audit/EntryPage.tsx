import { useQuery } from '@tanstack/react-query';
import { LeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { path, useFormByKey, useFormDefinition, useGet, usePurposeTitle, type AuditEntry } from '../api';
import { LoadFailure } from '../ask';
import { formatNumber, formatTime, local, useText, type LocalText } from '../i18n';
import { PageSkeleton, usePersonName, useTitle } from '../ui';
import { Copyable } from './Copyable';
import { actionKey, recordOf } from './entry';
import { leafHash } from './merkle';
import { Shield } from './Shield';
import { useEntryVerdict, useHead } from './useVerdict';
import './audit.css';

/** One entry with its proof, checked in this browser against the signed head. */
export function EntryPage() {
  const t = useText();
  const nameOf = usePersonName();
  const { tenant = '', leaf = '' } = useParams();
  const entry = useGet<AuditEntry>(path`/tenants/${tenant}/audit/entries/${leaf}`, { staleTime: 60_000 });
  const check = useEntryVerdict(tenant, entry.data);
  const purposeTitle = usePurposeTitle(tenant);
  const record = entry.data ? recordOf(entry.data) : undefined;
  const form = useFormByKey(tenant, record?.form);
  useTitle(t('audit.title'));
  if (entry.error)
    return (
      <LoadFailure
        title={t('audit.entryFailed')}
        error={entry.error}
        tenant={tenant}
        onRetry={() => void entry.refetch()}
      />
    );
  if (!entry.data) return <PageSkeleton label={t('app.loading')} />;
  const { data } = entry;

  const purpose = data.payload?.purpose ?? data.ctx?.purpose;
  return (
    <div className="jm-page jm-page-narrow jm-audit-entry">
      <Link to={path`/t/${tenant}/audit`} className="jm-row">
        <LeftOutlined aria-hidden /> {t('audit.back')}
      </Link>
      <h1 className="jm-title">{t(actionKey(data.action), { defaultValue: t('audit.act.other') })}</h1>
      <Shield about="entry" verdict={check.verdict} error={check.error} />
      <dl className="jm-card jm-facts-list">
        <Fact name={t('audit.who')}>{nameOf(data.actor)}</Fact>
        <Fact name={t('audit.when')}>{formatTime(data.at)}</Fact>
        {record ? (
          <Fact name={t('audit.what')}>
            {form ? (
              <>
                {local(form.title)} ·{' '}
                <Link to={path`/t/${tenant}/apps/${form.app}/forms/${form.key}/records/${record.id}`}>
                  {t('audit.record')}
                </Link>
              </>
            ) : (
              t('audit.someRecord')
            )}
          </Fact>
        ) : null}
        <Fact name={t('audit.outcome')}>{t(data.out === 'deny' ? 'audit.denied' : 'audit.done')}</Fact>
        {form && data.payload?.fields?.length ? (
          <Fact name={t('audit.fields')}>
            <FieldNames tenant={tenant} app={form.app} form={form.key} keys={data.payload.fields} />
          </Fact>
        ) : null}
        {purpose ? <Fact name={t('reveal.purpose')}>{purposeTitle(purpose)}</Fact> : null}
        {data.payload?.reason ? <Fact name={t('reveal.reason')}>{data.payload.reason}</Fact> : null}
        {data.payloadState === 'gone' ? <Fact name={t('reveal.reason')}>{t('audit.gone')}</Fact> : null}
        <Fact name={t('audit.number')}>
          <span className="jm-num">#{formatNumber(data.leaf)}</span>
        </Fact>
      </dl>
      <nav className="jm-row jm-wrap jm-audit-more" aria-label={t('audit.more')}>
        {record ? <Link to={listOf(tenant, { target: data.target })}>{t('audit.aboutRecord')}</Link> : null}
        {record ? (
          <Link to={listOf(tenant, { target: data.target, action: 'record.reveal' })}>{t('audit.whoSawClear')}</Link>
        ) : null}
        <Link to={listOf(tenant, { actor: data.actor.id })}>{t('audit.byPerson', { name: nameOf(data.actor) })}</Link>
      </nav>
      <Technical tenant={tenant} entry={data} />
    </div>
  );
}

const listOf = (tenant: string, by: Record<string, string>) =>
  `${path`/t/${tenant}/audit`}?${new URLSearchParams(by).toString()}`;

/** The fields of a form by their titles, as far as this reader knows it. */
function FieldNames({ tenant, app, form, keys }: { tenant: string; app: string; form: string; keys: string[] }) {
  const definition = useFormDefinition({ tenant, app, form }).data as { fields?: Titled[] } | undefined;
  const t = useText();
  const title = (key: string) => local(definition?.fields?.find((field) => field.key === key)?.title);
  return <>{keys.map((key) => title(key) || t('audit.someField')).join(t('audit.and'))}</>;
}

interface Titled {
  key: string;
  title?: LocalText;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** For whoever wants to check by hand: the exact sealed text, its hash, the head it was proven against. */
function Technical({ tenant, entry }: { tenant: string; entry: AuditEntry }) {
  const t = useText();
  const head = useHead(tenant);
  const hash = useQuery({
    queryKey: ['leaf-hash', entry.canonical],
    queryFn: () => leafHash(entry.canonical),
    staleTime: Infinity,
  });
  return (
    <details className="jm-card jm-technical">
      <summary>{t('audit.technical')}</summary>
      <p className="jm-hint">{t('audit.technicalHint')}</p>
      <dl>
        <dt>{t('audit.leafHash')}</dt>
        <dd className="jm-mono">{hash.data}</dd>
        <dt>{t('audit.target')}</dt>
        <dd className="jm-mono">{entry.target}</dd>
        <dt>{t('audit.root')}</dt>
        <dd className="jm-mono">{head.data?.root}</dd>
        <dt>{t('audit.sealed')}</dt>
        <dd>
          <Copyable text={entry.canonical} name={t('audit.sealed')} />
        </dd>
      </dl>
    </details>
  );
}
