import { FileSearchOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, Problem, useFormByKey, usePurposeTitle, type AuditEntry } from '../api';
import { LoadFailure } from '../ask';
import { formatDate, formatNumber, local, useText } from '../i18n';
import { Empty, PersonName, RowsSkeleton, useTitle, When } from '../ui';
import { actionKey, byDay, recordOf } from './entry';
import { Filters } from './Filters';
import { HeadPanel } from './HeadPanel';
import { useEntries } from './useEntries';
import './audit.css';

/** Who did what, newest first, day by day; above it how the whole log stands. */
export function AuditPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { list, entries, narrowed } = useEntries(tenant, params);
  useTitle(t('audit.title'));
  const put = (name: string, value: string | null | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  if (list.error instanceof Problem && [403, 404].includes(list.error.status))
    return (
      <LoadFailure title={t('audit.closed')} error={list.error} tenant={tenant} onRetry={() => void list.refetch()} />
    );
  return (
    <div className="jm-page">
      <div className="jm-audit-head">
        <h1 className="jm-title">{t('audit.title')}</h1>
        <Link to={path`/t/${tenant}/audit/verify`}>
          <Button icon={<SafetyCertificateOutlined aria-hidden />}>{t('audit.verify.open')}</Button>
        </Link>
      </div>
      <HeadPanel tenant={tenant} />
      <Filters tenant={tenant} params={params} put={put} />
      <div className="jm-card jm-audit-list" aria-busy={list.isFetching}>
        {list.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : list.error && entries.length === 0 ? (
          <LoadFailure
            title={t('audit.listFailed')}
            error={list.error}
            tenant={tenant}
            onRetry={() => void list.refetch()}
          />
        ) : entries.length === 0 ? (
          <Empty
            icon={<FileSearchOutlined aria-hidden />}
            title={t('audit.none')}
            hint={t('audit.noneHint')}
            action={
              narrowed ? (
                <Button onClick={() => setParams({}, { replace: true })}>{t('audit.clear')}</Button>
              ) : undefined
            }
          />
        ) : (
          byDay(entries).map(({ day, entries: those }) => (
            <section key={day} aria-label={formatDate(day)}>
              <h2 className="jm-audit-day">{formatDate(day)}</h2>
              <ol>
                {those.map((entry) => (
                  <Line key={entry.leaf} tenant={tenant} entry={entry} />
                ))}
              </ol>
            </section>
          ))
        )}
        {list.hasNextPage ? (
          <Older
            busy={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={() => list.fetchNextPage()}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Reads on as soon as the end of the list is in sight, and by a press; after a failure by a press alone. */
function Older({ busy, failed, onMore }: { busy: boolean; failed: boolean; onMore: () => Promise<unknown> }) {
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    const here = end.current;
    if (!here || busy || failed || typeof IntersectionObserver === 'undefined') return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) void more.current();
      },
      { rootMargin: '400px' },
    );
    watch.observe(here);
    return () => watch.disconnect();
  }, [busy, failed]);
  return (
    <div ref={end} className="jm-audit-older">
      <Button loading={busy} onClick={() => void onMore()}>
        {t('audit.older')}
      </Button>
    </div>
  );
}

function Line({ tenant, entry }: { tenant: string; entry: AuditEntry }) {
  const t = useText();
  const purposeTitle = usePurposeTitle(tenant);
  const form = useFormByKey(tenant, recordOf(entry)?.form);
  return (
    <li>
      <Link to={path`/t/${tenant}/audit/${entry.leaf}`} className="jm-audit-line">
        <span className="jm-hint jm-num">#{formatNumber(entry.leaf)}</span>
        <PersonName person={entry.actor} />
        <span>
          {t(actionKey(entry.action), { defaultValue: t('audit.act.other') })}
          {form ? <span className="jm-quiet"> · {local(form.title)}</span> : null}
          {entry.out === 'deny' ? <span className="jm-late"> · {t('audit.denied')}</span> : null}
          {entry.ctx?.purpose ? <span className="jm-quiet"> · {purposeTitle(entry.ctx.purpose)}</span> : null}
        </span>
        <span className="jm-hint">
          <When at={entry.at} />
        </span>
      </Link>
    </li>
  );
}
