import { MessageOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { problemText, type FormPlace, type FormRecord } from '../../api';
import { useText } from '../../i18n';
import { Empty, Failure, RowsSkeleton } from '../../ui';
import { useLeaveGuard } from '../page/useLeaveGuard';
import { ListedItem } from './CommentItem';
import { Composer, NOTHING, type ChangeDraft, type Draft } from '../../talk';
import { useComments } from './useComments';
import './comments.css';

interface Props {
  place: FormPlace;
  record: FormRecord;
  /** What is being written; it outlives this tab. */
  draft: Draft;
  onDraft: ChangeDraft;
}

/** What people say to each other about this record, newest first. */
export function Comments({ place, record, draft, onDraft }: Props) {
  const t = useText();
  const { list, items, write, ...acts } = useComments(place, record.id);
  const trashed = record.status === 'trashed';
  if (list.isPending) return <RowsSkeleton label={t('app.loading')} rows={4} />;
  if (list.error && items.length === 0) {
    return (
      <Failure
        title={t('comments.failed')}
        hint={problemText(list.error)}
        retry={{ label: t('comments.retry'), act: () => void list.refetch() }}
      />
    );
  }
  return (
    <div className="jm-comments">
      {trashed ? null : (
        <Composer
          tenant={place.tenant}
          label={t('comments.write')}
          send={t('comments.send')}
          draft={draft}
          onDraft={onDraft}
          sending={write.isPending}
          error={write.error}
          onSend={() => write.mutate(draft, { onSuccess: () => onDraft(() => NOTHING) })}
        />
      )}
      {items.length === 0 ? (
        <Empty
          icon={<MessageOutlined aria-hidden />}
          title={t('comments.none')}
          hint={t(trashed ? 'comments.noneTrashed' : 'comments.noneHint')}
        />
      ) : (
        <ol className="jm-history" aria-label={t('comments.list')}>
          {items.map((comment) => (
            <li key={comment.id}>
              <ListedItem tenant={place.tenant} comment={comment} acts={acts} />
            </li>
          ))}
        </ol>
      )}
      {list.hasNextPage ? (
        <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('comments.more')}
        </Button>
      ) : null}
      {items.length === 0 ? null : <p className="jm-hint">{t('comments.hint')}</p>}
    </div>
  );
}

/** Asks before words that were not sent are lost, on whatever tab they were left. */
export function UnsentGuard({ draft }: { draft: Draft }) {
  return useLeaveGuard(draft.text.trim() !== '' || draft.files.length > 0).dialog;
}
