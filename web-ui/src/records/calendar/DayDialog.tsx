import { Button, Modal } from 'antd';
import type { FormPlace, RecordQuery } from '../../api';
import { LoadFailure } from '../../ask';
import { formatDate, useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { RowsSkeleton } from '../../ui';
import { RecordCards } from '../list/RecordCards';
import { rangeQuery, type Place } from './range';
import { useRange } from './useRange';

const PAGE = 20;

interface Props {
  at: FormPlace;
  form: FormDefinition;
  place: Place;
  query: RecordQuery;
  columns: Field[];
  day: string;
  onClose: () => void;
}

/** All records of one day, page by page. */
export function DayDialog({ at, form, place, query, columns, day, onClose }: Props) {
  const t = useText();
  const { pages, records } = useRange(at, rangeQuery(query, place, day, day), PAGE);
  return (
    <Modal open title={formatDate(day)} footer={null} width={520} onCancel={onClose}>
      {pages.isPending ? (
        <RowsSkeleton label={t('app.loading')} rows={4} />
      ) : pages.error ? (
        <LoadFailure
          title={t('records.listFailed')}
          error={pages.error}
          tenant={at.tenant}
          onRetry={() => void pages.refetch()}
        />
      ) : records.length === 0 ? (
        <p className="jm-quiet jm-agenda-none">{t('calendar.noneOnDay')}</p>
      ) : (
        <RecordCards place={at} form={form} columns={columns} items={records} />
      )}
      {pages.hasNextPage ? (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('calendar.loadMore')}
        </Button>
      ) : null}
    </Modal>
  );
}
