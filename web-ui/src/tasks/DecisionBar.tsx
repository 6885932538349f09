import { Alert, Button, Dropdown, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { problemText, useActing } from '../api';
import { local, useText } from '../i18n';
import { Enclosing, mentioned, MentionBox, NOTHING } from '../talk';
import { mustChoose, NextPeople } from '../workflow';
import { CommentAlone } from './CommentAlone';
import { AddSigner, type Position } from './AddSigner';
import { PeoplePopover } from './PeoplePopover';
import type { Task } from './task';

export interface Decision {
  action:
    | 'approve'
    | 'reject'
    | 'return'
    | 'transfer'
    | 'addSigner'
    | 'removeSigner'
    | 'save'
    | 'takeBack'
    | 'remind'
    | 'withdraw';
  comment: string;
  /** Ids of members whom the comment mentions, and of files that go with it. */
  mentions?: string[];
  files?: string[];
  to?: string | string[];
  position?: Position;
}

interface Props {
  tenant: string;
  task: Task;
  busy: boolean;
  problem: Error | null;
  onDecide: (decision: Decision) => void;
}

/** The comment, then the decisions this step allows: approve first, the others quiet. A approves, R rejects. */
export function DecisionBar({ tenant, task, busy, problem, onDecide }: Props) {
  const t = useText();
  const [draft, setDraft] = useState(NOTHING);
  const { members } = useActing(tenant);
  const comment = draft.text;
  const [missing, setMissing] = useState(false);
  const [next, setNext] = useState<string[]>([]);
  const [nobody, setNobody] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const can = (action: string) => task.actions.includes(action);
  const needsComment = (action: Decision['action']) =>
    task.comment === 'required' || (task.comment === 'onReject' && action === 'reject');
  const decide = (action: Decision['action'], to?: string | string[], position?: Position) => {
    if (busy || !can(action)) return;
    const uncommented = comment.trim() === '' && (needsComment(action) || draft.files.length > 0);
    const unchosen = action === 'approve' && next.length === 0 && mustChoose(task.chooses);
    setMissing(uncommented);
    setNobody(unchosen);
    if (uncommented || unchosen) {
      box.current?.querySelector<HTMLElement>(uncommented ? 'textarea' : '#next-people')?.focus();
      return;
    }
    const people = action === 'approve' && next.length > 0 ? next : to;
    const mentions = mentioned(draft, members);
    const enclosed = {
      ...(mentions.length > 0 ? { mentions } : {}),
      ...(draft.files.length > 0 ? { files: draft.files.map((file) => file.id) } : {}),
    };
    onDecide({
      action,
      comment: comment.trim(),
      ...enclosed,
      ...(people === undefined ? {} : { to: people }),
      ...(position ? { position } : {}),
    });
  };
  useDecisionKeys(decide);

  const words: Record<string, string> = { previous: t('tasks.toPrevious'), start: t('tasks.toStart') };
  const targets = task.returnTo.length > 0 ? task.returnTo : [{ key: 'previous' }, { key: 'start' }];
  const returns = targets.map((node) => ({ key: node.key, label: words[node.key] ?? local(node.title, node.key) }));
  const optional = task.comment === 'optional';
  return (
    <section className="jm-decision" aria-label={t(task.handsIn ? 'tasks.handIn' : 'tasks.decision')} ref={box}>
      {problem ? <Alert role="alert" type="error" showIcon message={problemText(problem)} /> : null}
      <label className="jm-label" htmlFor="decision-comment">
        {t('tasks.comment')}{' '}
        <span className="jm-hint">
          {t(optional ? 'tasks.optional' : task.comment === 'required' ? 'tasks.required' : 'tasks.requiredOnReject')}
        </span>
      </label>
      <MentionBox
        tenant={tenant}
        id="decision-comment"
        rows={{ minRows: 1, maxRows: 5 }}
        invalid={missing}
        describedBy={missing ? 'decision-missing' : undefined}
        draft={draft}
        onDraft={(change) => {
          setDraft(change);
          setMissing(false);
        }}
      />
      {missing ? (
        <p id="decision-missing" className="jm-error" role="alert">
          {t('problem.code.task_comment-required')}
        </p>
      ) : null}
      <div className="jm-row jm-wrap jm-decision-beside">
        <Enclosing
          tenant={tenant}
          files={draft.files}
          disabled={busy}
          onFiles={(files) => setDraft((before) => ({ ...before, files }))}
        />
        <CommentAlone tenant={tenant} task={task} draft={draft} disabled={busy} onSaid={() => setDraft(NOTHING)} />
      </div>
      {can('approve') && task.chooses.length > 0 ? (
        <NextPeople
          tenant={tenant}
          steps={task.chooses}
          busy={busy}
          chosen={next}
          missing={nobody}
          onChoose={(people) => {
            setNext(people);
            setNobody(false);
          }}
        />
      ) : null}
      <div className="jm-row jm-wrap jm-decisions">
        {can('approve') ? (
          <Button type="primary" loading={busy} onClick={() => decide('approve')} aria-keyshortcuts="A">
            {t(task.handsIn ? 'tasks.submit' : 'tasks.approve')}
          </Button>
        ) : null}
        {can('reject') ? (
          <Button disabled={busy} onClick={() => decide('reject')} aria-keyshortcuts="R">
            {t('tasks.reject')}
          </Button>
        ) : null}
        {can('return') ? (
          <Dropdown
            trigger={['click']}
            disabled={busy}
            menu={{ items: returns, onClick: ({ key }) => decide('return', key) }}
          >
            <Button aria-haspopup="menu">{t('tasks.return')}</Button>
          </Dropdown>
        ) : null}
        {can('transfer') ? <Transfer tenant={tenant} busy={busy} onChoose={(to) => decide('transfer', to)} /> : null}
        {can('addSigner') ? (
          <AddSigner tenant={tenant} busy={busy} onChoose={(to, position) => decide('addSigner', to, position)} />
        ) : null}
        {can('removeSigner') ? (
          <Dropdown
            trigger={['click']}
            disabled={busy}
            menu={{
              items: task.signers.map((signer) => ({ key: signer.id, label: signer.name })),
              onClick: ({ key }) => decide('removeSigner', [key]),
            }}
          >
            <Button aria-haspopup="menu">{t('tasks.removeSigner')}</Button>
          </Dropdown>
        ) : null}
        {can('save') ? (
          <Button disabled={busy} onClick={() => decide('save')}>
            {t('tasks.save')}
          </Button>
        ) : null}
        <span className="jm-grow" />
        {can('reject') ? <span className="jm-hint jm-only-desk">{t('tasks.keys')}</span> : null}
      </div>
    </section>
  );
}

function Transfer({ tenant, busy, onChoose }: { tenant: string; busy: boolean; onChoose: (member: string) => void }) {
  const t = useText();
  const [to, setTo] = useState<string>();
  return (
    <PeoplePopover tenant={tenant} label={t('tasks.transfer')} busy={busy}>
      {(people, close) => (
        <div className="jm-row">
          <Select
            showSearch
            optionFilterProp="label"
            style={{ width: 200 }}
            aria-label={t('tasks.transferTo')}
            placeholder={t('tasks.transferTo')}
            value={to ?? null}
            onChange={setTo}
            options={people}
          />
          <Button
            disabled={!to}
            onClick={() => {
              close();
              if (to) onChoose(to);
            }}
          >
            {t('tasks.transferGo')}
          </Button>
        </div>
      )}
    </PeoplePopover>
  );
}

/** A and R decide unless one is typing, choosing, or a dialog is open. */
function useDecisionKeys(decide: (action: Decision['action']) => void): void {
  const latest = useRef(decide);
  useEffect(() => {
    latest.current = decide;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.closest(
        'input, textarea, select, [contenteditable], [role="combobox"], [role="dialog"], [role="menu"]',
      );
      if (
        typing ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.repeat ||
        document.querySelector('[role="dialog"]')
      )
        return;
      const key = event.key.toLowerCase();
      if (key === 'a') latest.current('approve');
      if (key === 'r') latest.current('reject');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
