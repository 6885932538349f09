import { Mentions } from 'antd';
import type { KeyboardEvent } from 'react';
import { useMembers } from '../api';
import { useText } from '../i18n';
import { PersonName } from '../ui';
import { SIGNS, type ChangeDraft, type Draft } from './mentions';

export const LONGEST = 4_000;

interface Props {
  tenant: string;
  draft: Draft;
  onDraft: ChangeDraft;
  rows: { minRows: number; maxRows: number };
  id?: string;
  label?: string;
  describedBy?: string | undefined;
  invalid?: boolean;
  focus?: boolean;
  placeholder?: string;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A box for words, with completion of colleagues after an @. */
export function MentionBox(props: Props) {
  const { tenant, draft, onDraft, rows, id, label, describedBy, invalid, focus, placeholder, onKeyDown } = props;
  const t = useText();
  const known = useMembers(tenant);
  const members = known.data?.items ?? [];
  return (
    <Mentions
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      autoFocus={focus ?? false}
      autoSize={rows}
      maxLength={LONGEST}
      prefix={SIGNS}
      {...(placeholder ? { placeholder } : {})}
      loading={known.isLoading}
      notFoundContent={t('comments.noOne')}
      value={draft.text}
      onChange={(text) => onDraft((before) => ({ ...before, text }))}
      onSelect={({ key }) => {
        const person = members.find((member) => member.id === key);
        if (!person) return;
        const { id: chosen, name } = person;
        onDraft((before) => ({ ...before, chosen: [...before.chosen, { id: chosen, name }] }));
      }}
      {...(onKeyDown ? { onKeyDown } : {})}
      options={members
        .filter((member) => member.enabled !== false)
        .map((member) => ({ key: member.id, value: member.name, label: <PersonName person={member} /> }))}
    />
  );
}
