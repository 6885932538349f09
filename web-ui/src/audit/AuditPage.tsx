import { FileSearchOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { path, Problem, useFormByKey, useGet, useMembers, usePurposeTitle, type AuditEntry, type Page } from '../api';
import { LoadFailure } from '../ask';
import { formatNumber, local, useText } from '../i18n';
import { Empty, PersonName, RowsSkeleton, useTitle, When } from '../ui';
import { ACTIONS, actionKey, recordOf } from './entry';
import { Shield } from './Shield';
import { useHistoryVerdict } from './useVerdict';
import './audit.css';

const FILTERS = ['actor', 'action', 'from', 'to'] as const;

/** Who did what, newest first; the shield says whether the log still extends what this browser has seen. */
export function AuditPage() {
  const t = useText();
  const { tenant = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const history = useHistoryVerdict(tenant);
  useTitle(t('audit.title'));
  const asked = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [`${name}=${encodeURIComponent(toParameter(name, value))}`] : [];
  }).join('&');
  const [trail, setTrail] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: [] });
  const cursors = trail.asked === asked ? trail.cursors : [];
  const after = cursors.at(-1);
  const address =
    path`/tenants/${tenant}/audit/entries` +
    `?limit=50${asked ? `&${asked}` : ''}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
  const page = useGet<Page<AuditEntry>>(address, { staleTime: 5_000, placeholderData: (before) => before });
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
  const items = page.data?.items ?? [];
  if (page.error instanceof Problem && [403, 404].includes(page.error.status))
    return (
      <LoadFailure title={t('audit.closed')} error={page.error} tenant={tenant} onRetry={() => void page.refetch()} />
    );
  return (
    <div className="jm-page">
      <div className="jm-audit-head">
        <h1 className="jm-title">{t('audit.title')}</h1>
        <Shield about="history" verdict={history.verdict} error={history.error} />
      </div>
      <Filters tenant={tenant} params={params} put={put} />
      <div className="jm-card jm-audit-list" aria-busy={page.isFetching}>
        {page.isPending ? (
          <RowsSkeleton label={t('app.loading')} />
        ) : page.error ? (
          <LoadFailure
            title={t('audit.listFailed')}
            error={page.error}
            tenant={tenant}
            onRetry={() => void page.refetch()}
          />
        ) : items.length === 0 ? (
          <Empty icon={<FileSearchOutlined aria-hidden />} title={t('audit.none')} hint={t('audit.noneHint')} />
        ) : (
          <ol>
            {items.map((entry) => (
              <Line key={entry.leaf} tenant={tenant} entry={entry} />
            ))}
          </ol>
        )}
        {page.data?.next || cursors.length > 0 ? (
          <nav className="jm-audit-pager" aria-label={t('pager.label')}>
            <Button
              size="small"
              type="text"
              icon={<LeftOutlined aria-hidden />}
              disabled={cursors.length === 0}
              onClick={() => setTrail({ asked, cursors: cursors.slice(0, -1) })}
            >
              {t('pager.previous')}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<RightOutlined aria-hidden />}
              iconPosition="end"
              disabled={!page.data?.next}
              onClick={() => setTrail({ asked, cursors: [...cursors, page.data?.next ?? ''] })}
            >
              {t('pager.next')}
            </Button>
          </nav>
        ) : null}
      </div>
    </div>
  );
}

/** Days chosen here are whole days in the reader's zone; the server takes instants. */
function toParameter(name: string, value: string): string {
  if (name === 'from') return dayjs(value).startOf('day').toISOString();
  if (name === 'to') return dayjs(value).endOf('day').toISOString();
  return value;
}

function Filters({
  tenant,
  params,
  put,
}: {
  tenant: string;
  params: URLSearchParams;
  put: (name: string, value: string | null | undefined) => void;
}) {
  const t = useText();
  const members = useMembers(tenant);
  const day = (name: 'from' | 'to') => {
    const value = params.get(name);
    return value ? dayjs(value) : null;
  };
  return (
    <div className="jm-audit-filters" role="group" aria-label={t('filter.button')}>
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t('audit.actor')}
        placeholder={t('audit.anyActor')}
        value={params.get('actor')}
        onChange={(value) => put('actor', value)}
        options={(members.data?.items ?? []).map((member) => ({ value: member.id, label: member.name }))}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        value={params.get('action')}
        onChange={(value) => put('action', value)}
        options={ACTIONS.map((action) => ({ value: action, label: t(actionKey(action)) }))}
      />
      <DatePicker
        aria-label={t('filter.from')}
        placeholder={t('audit.fromDay')}
        value={day('from')}
        onChange={(value) => put('from', value?.format('YYYY-MM-DD'))}
      />
      <DatePicker
        aria-label={t('filter.to')}
        placeholder={t('audit.toDay')}
        value={day('to')}
        onChange={(value) => put('to', value?.format('YYYY-MM-DD'))}
      />
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
