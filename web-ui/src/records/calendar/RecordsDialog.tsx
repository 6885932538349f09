import { Button, Modal } from 'antd';
import type { FormPlace, RecordQuery } from '../../api';
import { LoadFailure } from '../../ask';
import { useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { RowsSkeleton } from '../../ui';
import { RecordCards } from '../list/RecordCards';
import { useRange } from './useRange';

const PAGE = 20;

interface Props {
  at: FormPlace;
  form: FormDefinition;
  query: RecordQuery;
  columns: Field[];
  title: string;
  /** What is said where there are none. */
  none: string;
  onClose: () => void;
}

/** Records that the calendar has no room for, such as all of one day, page by page. */
export function RecordsDialog({ at, form, query, columns, title, none, onClose }: Props) {
  const t = useText();
  const { pages, records } = useRange(at, query, PAGE);
  return (
    <Modal open title={title} footer={null} width={520} onCancel={onClose}>
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
        <p className="jm-quiet jm-agenda-none">{none}</p>
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
