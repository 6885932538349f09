import { useState } from 'react';
import { useGet, useActing, type ListedComment, type Page } from '../api';
import { useText } from '../i18n';
import { Composer, mentioned, NOTHING, Words } from '../talk';
import { Face, When } from '../ui';
import type { Task } from './task';
import { commentsOf, useSay } from './useSay';

interface Props {
  tenant: string;
  task: Task;
  /** Whether there is a place to write elsewhere on the page. */
  listOnly: boolean;
}

/** What is said about the record, newest first, and on a task that is decided a place to say more. */
export function TaskTalk({ tenant, task, listOnly }: Props) {
  const t = useText();
  const [draft, setDraft] = useState(NOTHING);
  const { members } = useActing(tenant);
  const page = useGet<Page<ListedComment>>(`${commentsOf(tenant, task)}?limit=20`, { staleTime: 0 });
  const say = useSay(tenant, task, () => setDraft(NOTHING));
  const items = (page.data?.items ?? []).flatMap((one) => ('problem' in one || one.deleted ? [] : [one]));
  if (page.isPending || (items.length === 0 && (listOnly || page.error))) return null;
  return (
    <section aria-labelledby="task-talk">
      <h2 id="task-talk" className="jm-task-heading">
        {t('talk.title')}
      </h2>
      {listOnly ? null : (
        <Composer
          tenant={tenant}
          label={t('talk.write')}
          send={t('comments.send')}
          draft={draft}
          onDraft={setDraft}
          sending={say.isPending}
          error={say.error}
          onSend={() =>
            say.mutate({
              text: draft.text,
              mentions: mentioned(draft, members),
              files: draft.files.map((file) => file.id),
              task: task.id,
            })
          }
        />
      )}
      <ol className="jm-task-talk">
        {items.map((comment) => (
          <li key={comment.id}>
            <p className="jm-row jm-wrap">
              <Face id={comment.author.id} name={comment.author.name} />
              <strong>{comment.author.name}</strong>
              {comment.nodeTitle ? (
                <span className="jm-hint">{t('talk.atStep', { step: comment.nodeTitle })}</span>
              ) : null}
              <span className="jm-grow" />
              <span className="jm-hint">
                <When at={comment.createdAt} />
              </span>
            </p>
            <Words tenant={tenant} text={comment.text ?? ''} mentions={comment.mentions} files={comment.files ?? []} />
          </li>
        ))}
      </ol>
    </section>
  );
}
