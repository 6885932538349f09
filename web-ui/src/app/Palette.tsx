import { useQueries } from '@tanstack/react-query';
import { Input, Modal, type InputRef } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { formsQuery, path, useApps, type Me } from '../api';
import { local, useText } from '../i18n';
import { operationsOf } from './Operations';
import { mayAudit, mayOversee } from './rights';
import './palette.css';

interface Goal {
  title: string;
  where: string;
  to: string;
}

interface Props {
  tenant: string;
  me: Me;
  onClose: () => void;
}

/** Ctrl K: pages, apps and forms by name; arrows and Enter. */
export function Palette({ tenant, me, onClose }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const goals = useGoals(tenant, me);
  // At once and not when the dialog has faded in: what is typed right after Ctrl K must not be lost.
  useEffect(() => input.current?.focus(), []);
  const wanted = text.trim().toLowerCase();
  const found = goals.filter((goal) => `${goal.title} ${goal.where}`.toLowerCase().includes(wanted)).slice(0, 12);
  const active = Math.min(at, Math.max(0, found.length - 1));
  const go = (goal: Goal | undefined) => {
    if (!goal) return;
    onClose();
    void navigate(goal.to);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((active + step + found.length) % Math.max(1, found.length));
    }
    if (event.key === 'Enter') go(found[active]);
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="jm-sr">{t('app.search')}</span>}
      width={560}
      style={{ top: 96 }}
      className="jm-palette"
    >
      <Input
        ref={input}
        size="large"
        variant="borderless"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={found.length > 0 ? `palette-${active}` : undefined}
        aria-label={t('app.search')}
        placeholder={t('app.searchHint')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <ul id="palette-list" role="listbox" aria-label={t('app.search')}>
        {found.map((goal, index) => (
          // Keys are handled by the combobox, which keeps the focus.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={goal.to}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onMouseEnter={() => setAt(index)}
            onClick={() => go(goal)}
          >
            <span>{goal.title}</span>
            <span className="jm-hint">{goal.where}</span>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="jm-palette-none jm-quiet">{t('app.searchNone')}</p> : null}
    </Modal>
  );
}

function useGoals(tenant: string, me: Me): Goal[] {
  const t = useText();
  const apps = useApps(tenant || null).data?.items ?? [];
  const forms = useQueries({
    queries: apps.map((app) => formsQuery(tenant, app.key)),
  });
  const inForms = apps.flatMap((app, index) =>
    (forms[index]?.data?.items ?? []).flatMap((form): Goal[] => {
      const to = path`/t/${tenant}/apps/${app.key}/forms/${form.key}`;
      const title = local(form.title, form.key);
      const where = local(app.title, app.key);
      return [
        { title, where, to },
        { title: t('app.newIn', { form: title }), where, to: `${to}/new` },
      ];
    }),
  );
  const pages: Goal[] = [
    { title: t('home.workspace'), where: t('app.page'), to: '/' },
    { title: t('nav.tasks'), where: t('app.page'), to: path`/t/${tenant}/tasks` },
    ...(mayAudit(me, tenant) ? [{ title: t('nav.audit'), where: t('app.page'), to: path`/t/${tenant}/audit` }] : []),
    ...(mayOversee(me, tenant)
      ? [{ title: t('nav.privacy'), where: t('app.page'), to: path`/t/${tenant}/privacy` }]
      : []),
    ...operationsOf(me, tenant).map(({ key, to }) => ({ title: t(`operations.${key}`), where: t('app.page'), to })),
  ];
  return [...pages, ...inForms];
}
