import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import {
  call,
  holdsRole,
  path,
  Problem,
  problemText,
  recordPath,
  useGet,
  useMe,
  type AuditEntry,
  type FormPlace,
  type FormRecord,
  type Look,
  type Page,
} from '../../api';
import { useText } from '../../i18n';
import { may, type FormDefinition } from '../../schema';
import { Failure, RowsSkeleton } from '../../ui';
import { AccessList } from './AccessList';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
}

/** Who looked: the auditor reads the log itself, whoever manages the record is told of the looks at it. */
export function AccessTab({ place, form, record }: Props) {
  const t = useText();
  const me = useMe().data;
  if (holdsRole(me, place.tenant, 'auditor')) return <OfTheLog place={place} record={record} />;
  return may(form, 'manage') ? (
    <Looks place={place} record={record} />
  ) : (
    <p className="jm-quiet">{t('records.accessClosed')}</p>
  );
}

function OfTheLog({ place, record }: Omit<Props, 'form'>) {
  const t = useText();
  const address =
    path`/tenants/${place.tenant}/audit/entries?target=${`record/${place.form}/${record.id}`}` + '&limit=50';
  const entries = useGet<Page<AuditEntry>>(address, { staleTime: 0 });
  if (entries.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (entries.error) return <Unread error={entries.error} onRetry={() => void entries.refetch()} />;
  return (
    <AccessList
      tenant={place.tenant}
      looks={entries.data.items.map(({ actor, at, action, ctx, leaf }) => ({
        who: actor,
        at,
        action,
        purpose: ctx?.purpose ?? null,
        leaf,
      }))}
    />
  );
}

function Looks({ place, record }: Omit<Props, 'form'>) {
  const t = useText();
  const address = `${recordPath(place, record.id)}/looks`;
  const looks = useInfiniteQuery({
    queryKey: [address],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Look>>(address + (pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''), { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  if (looks.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (looks.error && !looks.data) return <Unread error={looks.error} onRetry={() => void looks.refetch()} />;
  return (
    <>
      <p className="jm-hint jm-looks-hint">{t('records.looksHint')}</p>
      <AccessList tenant={place.tenant} looks={looks.data.pages.flatMap((page) => page.items)} />
      {looks.hasNextPage ? (
        <Button size="small" loading={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
          {t('records.earlierLooks')}
        </Button>
      ) : null}
    </>
  );
}

/** Who manages other records of the form need not manage this one. */
function Unread({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useText();
  if (error instanceof Problem && (error.status === 403 || error.status === 404))
    return <p className="jm-quiet">{t('records.accessClosed')}</p>;
  return (
    <Failure
      title={t('records.looksFailed')}
      hint={problemText(error)}
      retry={{ label: t('app.retry'), act: onRetry }}
    />
  );
}
