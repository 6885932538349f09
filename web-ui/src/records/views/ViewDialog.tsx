import { Alert, Button, Input, Modal, Segmented, Select, Switch } from 'antd';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useOutletContext } from 'react-router';
import { findingText, Problem, problemText, type Me, type NewView, type SavedView, type ViewKind } from '../../api';
import { local, useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import type { ViewChanges } from './useViews';
import { boardFields, dateFields, kindsFor, shownFields, type ShownView } from './view';
import type { Present } from './ViewMenu';

interface Props {
  form: FormDefinition;
  view: ShownView;
  /** Another view, with what the list asks now; else the settings of this one. */
  fresh: boolean;
  present: Present;
  changes: ViewChanges;
  onClose: () => void;
  onSaved: (view: SavedView) => void;
}

const MAX_TITLE = 80;

interface Draft {
  title: string;
  kind: ViewKind;
  fields: string[];
  groupBy: string | null;
  date: string | null;
  end: string | null;
  shared: boolean;
}

/** A view's name, layout, fields and whom it is for. */
export function ViewDialog({ form, view, fresh, present, changes, onClose, onSaved }: Props) {
  const t = useText();
  const me = useOutletContext<Me>();
  const id = useId();
  const [draft, setDraft] = useState<Draft>(() => draftOf(form, view, fresh, present));
  const [asked, setAsked] = useState(false);
  const { create, change } = changes;
  const pending = create.isPending || change.isPending;
  const error = fresh ? create.error : change.error;
  const set = (more: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...more }));
    create.reset();
    change.reset();
  };
  const at = (place: string) =>
    error instanceof Problem ? error.errors.filter(({ pointer }) => pointer === place).map(findingText)[0] : undefined;
  const blank = asked && draft.title.trim() === '' ? t('views.titleRequired') : undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (draft.title.trim() === '') return;
    const body = bodyOf(draft);
    if (fresh)
      create.mutate(
        { ...body, ...looks(body, present), filter: present.filter ?? null, sort: present.sort },
        { onSuccess: onSaved },
      );
    else if (view) {
      const { shared, ...rest } = body;
      const own = view.owner?.id === me.id;
      const anew = view.usable ? {} : { filter: null, sort: [] };
      change.mutate(
        { view, body: { ...rest, ...anew, ...(own ? { shared: shared ?? false } : {}) } },
        { onSuccess: onSaved },
      );
    }
  };
  const named =
    error instanceof Problem && error.errors.some(({ pointer }) => pointer && at(pointer) && SHOWN.has(pointer));
  const blocked = fresh ? present.refusal : undefined;
  return (
    <Modal open title={t(fresh ? 'views.create' : 'views.edit')} width={520} footer={null} onCancel={onClose}>
      <form className="jm-view-dialog" onSubmit={save} noValidate>
        <Line id={`${id}-title`} label={t('views.title')} error={blank ?? at('/title')}>
          <Input
            id={`${id}-title`}
            autoFocus
            maxLength={MAX_TITLE}
            value={draft.title}
            status={blank ? 'error' : ''}
            aria-invalid={blank !== undefined}
            onChange={(event) => set({ title: event.target.value })}
          />
        </Line>
        <div>
          <span className="jm-view-line-label" aria-hidden>
            {t('views.kind')}
          </span>
          <Segmented<ViewKind>
            aria-label={t('views.kind')}
            value={draft.kind}
            options={kindsFor(form).map((kind) => ({ value: kind, label: t(`views.kinds.${kind}`) }))}
            onChange={(kind) => set({ kind, ...layoutOf(form, kind, draft) })}
          />
        </div>
        {draft.kind === 'kanban' ? (
          <Line id={`${id}-group`} label={t('views.groupBy')} error={at('/groupBy')}>
            <FieldSelect
              id={`${id}-group`}
              fields={boardFields(form)}
              value={draft.groupBy}
              onChange={(groupBy) => set({ groupBy })}
            />
          </Line>
        ) : null}
        {draft.kind === 'calendar' ? (
          <>
            <Line id={`${id}-date`} label={t('views.date')} error={at('/date')}>
              <FieldSelect
                id={`${id}-date`}
                fields={dateFields(form)}
                system
                value={draft.date}
                onChange={(date) => set({ date, end: null })}
              />
            </Line>
            <Line id={`${id}-end`} label={t('views.end')} error={at('/end')}>
              <FieldSelect
                id={`${id}-end`}
                fields={dateFields(form).filter(
                  ({ key, type }) =>
                    key !== draft.date && type === form.fields.find((field) => field.key === draft.date)?.type,
                )}
                clear
                value={draft.end}
                onChange={(end) => set({ end })}
              />
            </Line>
          </>
        ) : null}
        <Line id={`${id}-fields`} label={t('views.fields')} error={at('/fields')}>
          <Select
            id={`${id}-fields`}
            mode="multiple"
            value={draft.fields}
            placeholder={t('views.fieldsHint')}
            optionFilterProp="label"
            options={shownFields(form).map((field) => ({ value: field.key, label: local(field.title, field.key) }))}
            onChange={(fields: string[]) => set({ fields })}
          />
        </Line>
        {fresh || view?.owner?.id === me.id ? (
          <div>
            <label className="jm-row" htmlFor={`${id}-share`}>
              <Switch id={`${id}-share`} checked={draft.shared} onChange={(shared) => set({ shared })} />
              {t('views.share')}
            </label>
            <p className="jm-hint">{t('views.shareHint')}</p>
          </div>
        ) : null}
        {!fresh && view?.usable === false ? <Alert type="warning" showIcon message={t('views.clears')} /> : null}
        {blocked ? (
          <Alert type="warning" showIcon message={blocked} />
        ) : fresh ? (
          <p className="jm-hint">{t('views.keeps')}</p>
        ) : null}
        {error && !named ? <Alert role="alert" type="error" showIcon message={messageOf(error)} /> : null}
        <div className="jm-view-foot">
          <Button onClick={onClose}>{t('views.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={pending} disabled={blocked !== undefined}>
            {t('views.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** A table is saved with its columns as they are seen; those chosen here count. */
function looks(body: NewView, { columns }: Present): Partial<NewView> {
  if (!columns || body.kind !== 'table') return {};
  return { pinned: columns.pinned, widths: columns.widths };
}

/** Places at which the dialog shows what is wrong. */
const SHOWN = new Set(['/title', '/groupBy', '/date', '/end', '/fields']);

/** What is wrong with the filter or the order stands nowhere in the dialog: said in a sentence. */
function messageOf(error: Error): string {
  const first = error instanceof Problem ? error.errors[0] : undefined;
  return first ? findingText(first) : problemText(error);
}

function draftOf(form: FormDefinition, view: ShownView, fresh: boolean, { columns }: Present): Draft {
  const kind = view?.kind ?? 'table';
  const kept = { groupBy: view?.groupBy ?? null, date: view?.date ?? null, end: view?.end ?? null };
  return {
    title: fresh ? '' : local(view?.title),
    kind,
    fields: (fresh ? columns?.fields : undefined) ?? view?.fields ?? [],
    ...layoutOf(form, kind, kept),
    shared: !fresh && view?.shared === true,
  };
}

/** What the layout needs, beginning with the first field that serves. */
function layoutOf(form: FormDefinition, kind: ViewKind, before: Pick<Draft, 'groupBy' | 'date' | 'end'>) {
  return {
    groupBy: kind === 'kanban' ? (before.groupBy ?? boardFields(form)[0]?.key ?? null) : null,
    date: kind === 'calendar' ? (before.date ?? dateFields(form)[0]?.key ?? 'createdAt') : null,
    end: kind === 'calendar' ? before.end : null,
  };
}

function bodyOf({ title, kind, fields, groupBy, date, end, shared }: Draft): NewView {
  return { title: title.trim(), kind, fields: fields.length > 0 ? fields : null, groupBy, date, end, shared };
}

function Line({
  id,
  label,
  error,
  children,
}: {
  id: string;
  label: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <label className="jm-view-line-label" htmlFor={id}>
        {label}
      </label>
      {children}
      {error ? (
        <p className="jm-view-error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface FieldSelectProps {
  id: string;
  fields: Field[];
  value: string | null;
  /** Times of the record itself too. */
  system?: boolean;
  clear?: boolean;
  onChange: (key: string | null) => void;
}

function FieldSelect({ id, fields, value, system = false, clear = false, onChange }: FieldSelectProps) {
  const t = useText();
  const times = system ? ['createdAt', 'updatedAt'] : [];
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value}
      allowClear={clear}
      options={[
        ...fields.map((field) => ({ value: field.key, label: local(field.title, field.key) })),
        ...times.map((key) => ({ value: key, label: t(`filter.system.${key}`) })),
      ]}
      onChange={(key: string | undefined | null) => onChange(key ?? null)}
    />
  );
}
