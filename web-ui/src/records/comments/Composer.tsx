import { Button, Mentions } from 'antd';
import { useId, type KeyboardEvent } from 'react';
import { problemText, useMembers } from '../../api';
import { useText } from '../../i18n';
import { PersonName } from '../../ui';
import { SIGNS, type ChangeDraft, type Draft } from './mentions';

const LONGEST = 4_000;

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
  const known = useMembers(tenant);
  const members = known.data?.items ?? [];
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
      <Mentions
        aria-label={label}
        aria-describedby={hint}
        autoFocus={onCancel !== undefined}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={LONGEST}
        prefix={SIGNS}
        placeholder={t('comments.placeholder')}
        loading={known.isLoading}
        notFoundContent={t('comments.noOne')}
        value={draft.text}
        onChange={(text) => onDraft((before) => ({ ...before, text }))}
        onSelect={({ key }) => {
          const person = members.find((member) => member.id === key);
          if (!person) return;
          const { id, name } = person;
          onDraft((before) => ({ ...before, chosen: [...before.chosen, { id, name }] }));
        }}
        onKeyDown={keys}
        options={members
          .filter((member) => member.enabled !== false)
          .map((member) => ({ key: member.id, value: member.name, label: <PersonName person={member} /> }))}
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
