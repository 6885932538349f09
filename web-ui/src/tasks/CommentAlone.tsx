import { App, Button } from 'antd';
import { problemText, useActing } from '../api';
import { useText } from '../i18n';
import { mentioned, type Draft } from '../talk';
import type { Task } from './task';
import { useSay } from './useSay';

interface Props {
  tenant: string;
  task: Task;
  draft: Draft;
  disabled: boolean;
  onSaid: () => void;
}

/** Says what was typed about the record without deciding; it carries the task's step. */
export function CommentAlone({ tenant, task, draft, disabled, onSaid }: Props) {
  const t = useText();
  const { message } = App.useApp();
  const { members } = useActing(tenant);
  const say = useSay(tenant, task, () => {
    void message.success(t('talk.said'));
    onSaid();
  });
  const send = () =>
    say.mutate({
      text: draft.text.trim(),
      mentions: mentioned(draft, members),
      files: draft.files.map((file) => file.id),
      task: task.id,
    });
  return (
    <>
      <Button
        size="small"
        type="text"
        disabled={disabled || draft.text.trim() === ''}
        loading={say.isPending}
        onClick={send}
      >
        {t('talk.alone')}
      </Button>
      {say.error ? (
        <span className="jm-error" role="alert">
          {problemText(say.error)}
        </span>
      ) : null}
    </>
  );
}
