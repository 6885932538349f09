import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormPlace, Problem } from '../api';
import { FieldCell, isEmpty } from '../fields';
import { local, useText } from '../i18n';
import { fieldOf, type Field, type FormDefinition } from '../schema';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  problem: Problem;
  busy: boolean;
  onLoad: () => void;
}

/** What differs from what the reader saw, and a way to go on from there; what was typed stays. */
export function ChangedSince({ place, form, problem, busy, onLoad }: Props) {
  const t = useText();
  const notice = useRef<HTMLDivElement>(null);
  // It comes above the bar in which one has just decided, and would stand half behind it.
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  const changes = problem.changes.flatMap((change) => {
    const field = fieldOf(form, change.field);
    return field ? [{ ...change, of: field }] : [];
  });
  const shown = (field: Field, value: unknown) =>
    isEmpty(value) ? t('tasks.nothingThere') : <FieldCell field={field} value={value} context={{ place }} />;
  return (
    <div ref={notice} className="jm-changed-since">
      <Alert
        role="alert"
        type="warning"
        showIcon
        message={t('tasks.changedSince')}
        description={
          <>
            <ul className="jm-changed">
              {changes.map((change) => (
                <li key={change.field}>
                  <b>{local(change.of.title, change.field)}</b>{' '}
                  {'to' in change ? (
                    <>
                      <del>{shown(change.of, change.from)}</del> → <ins>{shown(change.of, change.to)}</ins>
                    </>
                  ) : (
                    <span className="jm-quiet">{t('tasks.changedUnseen')}</span>
                  )}
                </li>
              ))}
              {changes.length === 0 ? <li className="jm-quiet">{t('tasks.changedElsewhere')}</li> : null}
            </ul>
            <Button loading={busy} onClick={onLoad}>
              {t('tasks.loadNew')}
            </Button>
          </>
        }
      />
    </div>
  );
}
