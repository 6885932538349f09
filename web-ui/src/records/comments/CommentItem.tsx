import { Button } from 'antd';
import { useState } from 'react';
import { problemText, type Comment, type ListedComment } from '../../api';
import { useText } from '../../i18n';
import { Face, When } from '../../ui';
import { Composer, Words, type Draft } from '../../talk';
import type { useComments } from './useComments';

interface Props {
  tenant: string;
  comment: Comment;
  acts: Pick<ReturnType<typeof useComments>, 'edit' | 'remove' | 'restore'>;
}

/** One comment, or what stands for it. */
export function ListedItem({ comment, ...rest }: Omit<Props, 'comment'> & { comment: ListedComment }) {
  const t = useText();
  if ('problem' in comment) return <p className="jm-error">{t('comments.broken')}</p>;
  return comment.deleted ? <Tombstone comment={comment} {...rest} /> : <Standing comment={comment} {...rest} />;
}

function Head({ comment }: { comment: Comment }) {
  const t = useText();
  return (
    <p className="jm-row jm-wrap">
      <Face id={comment.author.id} name={comment.author.name} />
      <strong>{comment.author.name}</strong>
      {comment.nodeTitle ? <span className="jm-hint">{t('comments.atStep', { step: comment.nodeTitle })}</span> : null}
      <span className="jm-grow" />
      <span className="jm-hint">
        {comment.editedAt ? `${t('comments.edited')} · ` : ''}
        <When at={comment.createdAt} />
      </span>
    </p>
  );
}

/** Where the keyboard stood when the comment was deleted stands the way back. */
function Tombstone({ comment, acts }: Props) {
  const t = useText();
  const mine = acts.remove.variables?.id === comment.id;
  return (
    <>
      <Head comment={comment} />
      <p className="jm-row jm-quiet">
        {t('comments.deleted')}
        {comment.may.includes('restore') ? (
          <Button
            type="link"
            size="small"
            autoFocus={mine}
            loading={acts.restore.isPending && acts.restore.variables.id === comment.id}
            onClick={() => acts.restore.mutate(comment)}
          >
            {t('comments.undo')}
          </Button>
        ) : null}
      </p>
      <Refused of={acts.restore} comment={comment} />
    </>
  );
}

function Standing({ tenant, comment, acts }: Props) {
  const t = useText();
  const [draft, setDraft] = useState<Draft>();
  const name = comment.author.name;
  if (draft) {
    return (
      <>
        <Head comment={comment} />
        <Composer
          tenant={tenant}
          label={t('comments.editing')}
          send={t('comments.save')}
          draft={draft}
          onDraft={(change) => setDraft((before) => before && change(before))}
          sending={acts.edit.isPending}
          error={acts.edit.variables?.comment.id === comment.id ? acts.edit.error : null}
          onSend={() => acts.edit.mutate({ comment, draft }, { onSuccess: () => setDraft(undefined) })}
          onCancel={() => {
            acts.edit.reset();
            setDraft(undefined);
          }}
        />
      </>
    );
  }
  const text = comment.text ?? '';
  return (
    <>
      <Head comment={comment} />
      <Words tenant={tenant} text={text} mentions={comment.mentions} files={comment.files ?? []} />
      <p className="jm-comment-acts">
        {comment.may.includes('edit') ? (
          <Button
            type="text"
            size="small"
            aria-label={t('comments.of', { act: t('comments.edit'), name })}
            onClick={() => setDraft({ text, chosen: comment.mentions, files: comment.files ?? [] })}
          >
            {t('comments.edit')}
          </Button>
        ) : null}
        {comment.may.includes('delete') ? (
          <Button
            type="text"
            size="small"
            aria-label={t('comments.of', { act: t('comments.delete'), name })}
            loading={acts.remove.isPending && acts.remove.variables.id === comment.id}
            onClick={() => acts.remove.mutate(comment)}
          >
            {t('comments.delete')}
          </Button>
        ) : null}
      </p>
      <Refused of={acts.remove} comment={comment} />
    </>
  );
}

function Refused({ of, comment }: { of: Props['acts']['remove' | 'restore']; comment: Comment }) {
  return of.error && of.variables?.id === comment.id ? (
    <p className="jm-error" role="alert">
      {problemText(of.error)}
    </p>
  ) : null;
}
