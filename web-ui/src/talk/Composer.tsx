import { Button } from 'antd';
import { useId, type KeyboardEvent } from 'react';
import { problemText } from '../api';
import { useText } from '../i18n';
import { Enclosing } from './Enclosing';
import { MentionBox } from './MentionBox';
import type { ChangeDraft, Draft } from './mentions';

interface Props {
  tenant: string;
  label: string;
  send: string;
  draft: Draft;
  onDraft: ChangeDraft;
  onSend: () => void;
  onCancel?: () => void;
  sending: boolean;
  error: Error | null;
}

/** Words to be sent, with completion of colleagues after an @. A failure leaves them where they are. */
export function Composer({ tenant, label, send, draft, onDraft, onSend, onCancel, sending, error }: Props) {
  const t = useText();
  const hint = useId();
  const empty = draft.text.trim() === '';
  const submit = () => {
    if (!empty && !sending) onSend();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape' && onCancel && !event.defaultPrevented) onCancel();
  };
  return (
    <form
      className="jm-composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MentionBox
        tenant={tenant}
        label={label}
        describedBy={hint}
        focus={onCancel !== undefined}
        rows={{ minRows: 2, maxRows: 8 }}
        placeholder={t('comments.placeholder')}
        draft={draft}
        onDraft={onDraft}
        onKeyDown={keys}
      />
      <Enclosing
        tenant={tenant}
        files={draft.files}
        disabled={sending}
        onFiles={(files) => onDraft((before) => ({ ...before, files }))}
      />
      {error ? (
        <p className="jm-error" role="alert">
          {problemText(error)}
        </p>
      ) : null}
      <p className="jm-row jm-wrap">
        <span className="jm-hint jm-grow" id={hint}>
          {t('comments.sendHint')}
        </span>
        {onCancel ? (
          <Button size="small" onClick={onCancel}>
            {t('comments.cancel')}
          </Button>
        ) : null}
        <Button size="small" type="primary" htmlType="submit" disabled={empty} loading={sending}>
          {send}
        </Button>
      </p>
    </form>
  );
}
