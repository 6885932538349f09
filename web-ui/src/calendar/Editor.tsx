import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Select, Switch } from 'antd';
import { useEffect, useId } from 'react';
import { call, findingText, Problem, problemText, type WorkingCalendar } from '../api';
import { useText } from '../i18n';
import { WEEK, wrongHours } from './days';
import { Exceptions } from './Exceptions';
import { useDraft } from './useDraft';
import { Week } from './Week';
import { Year } from './Year';

interface Props {
  address: string;
  kept: WorkingCalendar;
  readOnly: boolean;
}

/** The calendar as a draft: hours of the week, the year, the named days; saved as a whole. */
export function Editor({ address, kept, readOnly }: Props) {
  const t = useText();
  const id = useId();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const draft = useDraft(kept);
  const { calendar, change } = draft;
  const save = useMutation({
    mutationFn: (to: WorkingCalendar) => call<WorkingCalendar>(address, { method: 'PUT', body: to }),
    onSuccess: (now) => {
      cache.setQueryData([address], now);
      draft.reset(now);
      void message.success(t('working.saved'));
    },
  });
  const wrong = WEEK.some((day) => wrongHours(calendar.week[day] ?? []).length > 0);
  useUndoKeys(draft.undo, draft.redo, !readOnly);
  return (
    <fieldset className="jm-working" disabled={readOnly}>
      <legend className="jm-sr">{t('working.title')}</legend>
      <div className="jm-card jm-working-terms">
        <label htmlFor={`${id}-on`}>
          <Switch
            id={`${id}-on`}
            checked={calendar.enabled}
            disabled={readOnly}
            onChange={(enabled) => change({ ...calendar, enabled })}
          />{' '}
          {t('working.enabled')}
        </label>
        <div className="jm-working-zone">
          <label htmlFor={`${id}-zone`}>{t('working.zone')}</label>
          <Select
            id={`${id}-zone`}
            showSearch
            disabled={readOnly}
            value={calendar.zone}
            onChange={(zone) => change({ ...calendar, zone })}
            options={zones(calendar.zone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        </div>
      </div>
      <Week calendar={calendar} readOnly={readOnly} onChange={change} />
      <Year calendar={calendar} readOnly={readOnly} onChange={change} />
      <Exceptions calendar={calendar} readOnly={readOnly} onChange={change} />
      {save.error ? (
        <Alert
          role="alert"
          type="error"
          showIcon
          message={problemText(save.error)}
          description={save.error instanceof Problem ? save.error.errors.map(findingText).join(' ') : undefined}
        />
      ) : null}
      {readOnly ? null : (
        <div className="jm-working-bar">
          <Button
            type="primary"
            loading={save.isPending}
            disabled={!draft.changed || wrong}
            onClick={() => save.mutate(calendar)}
          >
            {t('working.save')}
          </Button>
          <Button disabled={!draft.undoable} onClick={draft.undo}>
            {t('working.undo')}
          </Button>
          <Button disabled={!draft.redoable} onClick={draft.redo}>
            {t('working.redo')}
          </Button>
          {wrong ? <span className="jm-working-wrong">{t('working.wrong')}</span> : null}
        </div>
      )}
    </fieldset>
  );
}

/** Those that this browser knows; the kept one stands among them in any case. */
function zones(kept: string): string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return all.includes(kept) ? all : [kept, ...all];
}

function useUndoKeys(undo: () => void, redo: () => void, active: boolean) {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, [role="combobox"]') !== null;
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
