import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useOutletContext } from 'react-router';
import { problemText, type FormPlace, type FormRecord, type Me } from '../../api';
import { FieldCell, sameValue } from '../../fields';
import { draftErrors, EditField, problemErrors, useLive } from '../../form';
import { local, useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { usePersonName } from '../../ui';
import { useCellSave } from './useCellSave';
import './edit.css';

export interface CellFormProps {
  place: FormPlace;
  form: FormDefinition;
  field: Field;
  record: FormRecord;
  /** Over, saved or not; `on` to the next cell. */
  onDone: (on: boolean) => void;
}

/** Edits one value of one record. Enter and Tab save, Escape leaves it as it was; what is refused is said beneath it and the keyboard stays. */
export function CellForm({ place, form, field, record, onDone }: CellFormProps) {
  const t = useText();
  const me = useOutletContext<Me>();
  const nameOf = usePersonName();
  const box = useRef<HTMLFormElement>(null);
  const onward = useRef(false);
  const [value, setValue] = useState<unknown>(record.data[field.key]);
  const [checked, setChecked] = useState(false);
  const { save, conflict, put, forget } = useCellSave(place, () => onDone(onward.current));
  const user = useMemo(() => ({ id: me.id, name: me.name }), [me]);
  const data = useMemo(() => ({ ...record.data, [field.key]: value }), [record.data, field.key, value]);
  const live = useLive(place, form, data, user, true);
  const closed = !live.shown.has(field.key) || live.readOnly.has(field.key);
  const own = draftErrors(form, live.data, live, new Set([field.key]))[field.key] ?? [];
  const refused = conflict ? {} : problemErrors(save.error);
  const others = Object.values(refused).some((findings) => findings.length > 0) && !refused[field.key];
  useEffect(() => {
    // Not before the popover is in its place: what is out of sight takes no focus.
    const timer = setTimeout(() =>
      box.current?.querySelector<HTMLElement>('input, textarea, [contenteditable="true"], [tabindex="0"]')?.focus(),
    );
    return () => clearTimeout(timer);
  }, []);
  const act = (on: boolean, over: FormRecord = conflict ?? record) => {
    setChecked(true);
    onward.current = on;
    if (closed || save.isPending || own.length > 0) return;
    if (sameValue(field, value, record.data[field.key]) && !conflict) onDone(on);
    else save.mutate({ record: over, field, value });
  };
  const keys = (event: KeyboardEvent) => {
    event.stopPropagation();
    const choosing = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
    const writing = event.target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Escape' && !choosing) onDone(false);
    else if (event.key === 'Enter' && !choosing && !writing && !(event.target instanceof HTMLButtonElement)) act(false);
    else if (event.key === 'Tab' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) act(true);
    else return;
    event.preventDefault();
  };
  const title = local(field.title, field.key);
  return (
    // Keys pressed in the control come up to here.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={box}
      noValidate
      className="jm-cell-form"
      aria-label={t('cellEdit.edit', { field: title })}
      onKeyDown={keys}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        act(false);
      }}
    >
      <EditField
        field={field}
        value={value}
        original={record.data[field.key]}
        required={live.required.has(field.key)}
        readOnly={closed}
        replaceable={false}
        errors={[...(checked ? own : []), ...(refused[field.key] ?? [])]}
        context={{ place }}
        onChange={(next) => {
          setValue(next);
          if (save.error && !conflict) save.reset();
        }}
      />
      {closed ? <p className="jm-hint">{t('cellEdit.closed')}</p> : null}
      {others ? <p className="jm-error">{t('cellEdit.others')}</p> : null}
      {save.error && !conflict && Object.keys(refused).length === 0 ? (
        <p className="jm-error" role="alert">
          {problemText(save.error)}
        </p>
      ) : null}
      {conflict ? (
        <div role="alert" className="jm-cell-conflict">
          <p>{t('cellEdit.conflict', { name: nameOf(conflict.updatedBy) })}</p>
          <p>
            <span className="jm-quiet">{t('cellEdit.theirs')} </span>
            <FieldCell field={field} value={conflict.data[field.key]} context={{ place }} />
          </p>
        </div>
      ) : null}
      <div className="jm-cell-foot">
        {conflict ? (
          <Button
            size="small"
            onClick={async () => {
              await put(conflict);
              forget();
              onDone(false);
            }}
          >
            {t('cellEdit.takeTheirs')}
          </Button>
        ) : (
          <Button size="small" onClick={() => onDone(false)}>
            {t('cellEdit.cancel')}
          </Button>
        )}
        <Button size="small" type="primary" htmlType="submit" loading={save.isPending} disabled={closed}>
          {t(conflict ? 'cellEdit.saveMine' : 'cellEdit.save')}
        </Button>
      </div>
    </form>
  );
}
