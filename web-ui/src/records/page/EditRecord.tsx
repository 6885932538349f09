import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useOutletContext } from 'react-router';
import {
  call,
  Problem,
  problemText,
  recordPath,
  recordsChanged,
  type FormPlace,
  type FormRecord,
  type Me,
} from '../../api';
import {
  draftBody,
  draftErrors,
  EditForm,
  FormProblem,
  problemErrors,
  useDraft,
  useFirstError,
  useLive,
} from '../../form';
import { useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { useLeaveGuard } from './useLeaveGuard';
import { useSendTo } from './useSendTo';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
  onDone: () => void;
  /** Reads the record again; what was typed stays, since it lies over it as changes. */
  reload: () => Promise<void>;
}

/** Edits in place. Saving names the version that was read; a lost race keeps every typed word and says what differs. */
export function EditRecord({ place, form, record, onDone, reload }: Props) {
  const t = useText();
  const me = useOutletContext<Me>();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const [startedFrom] = useState(record.data);
  const [checked, setChecked] = useState(false);
  const user = useMemo(() => ({ id: me.id, name: me.name }), [me]);
  const draft = useDraft(form, record.data);
  const data = useMemo(() => ({ ...record.data, ...draft.changes }), [record.data, draft.changes]);
  const live = useLive(place, form, data, user, true);
  const isDraft = record.status.toLowerCase() === 'draft';
  const touched = new Set(Object.keys(draft.changes));
  const own = draftErrors(form, live.data, live, isDraft && !checked ? touched : editableKeys(record));
  const guard = useLeaveGuard(draft.dirty);
  const { page, toFirstError } = useFirstError();

  const save = useMutation({
    mutationFn: ({ submit, to }: { submit: boolean; to: string[] }) =>
      call<FormRecord>(recordPath(place, record.id), {
        method: 'PATCH',
        version: record.version,
        body: {
          data: draftBody(form, draft.changes, live),
          ...(submit ? { submit: true } : {}),
          ...(to.length > 0 ? { to } : {}),
        },
      }),
    onSuccess: async () => {
      guard.release();
      await recordsChanged(cache, place);
      void message.success(t('records.saved'));
      onDone();
    },
    onError: (error) => sendTo.refused(error),
  });
  const sendTo = useSendTo(place, form, { save, send: (to) => save.mutate({ submit: true, to }) });
  const lost = save.error instanceof Problem && save.error.status === 412;
  const refused = problemErrors(save.error);
  const errors = checked || Object.keys(refused).length > 0 ? { ...own, ...refused } : pick(own, touched);
  const act = (submit: boolean) => {
    setChecked(true);
    const blocking = submit || !isDraft ? draftErrors(form, live.data, live, editableKeys(record)) : {};
    if (sendTo.busy) return;
    if (Object.keys(blocking).length > 0) toFirstError();
    else if (submit) sendTo.submit(live.data);
    else save.mutate({ submit, to: [] });
  };
  const count = Object.keys(draft.changes).length;
  return (
    <form
      noValidate
      ref={page}
      aria-label={t('records.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        act(false);
      }}
    >
      {lost ? (
        <Alert
          className="jm-form-alert"
          type="warning"
          showIcon
          message={t('records.lostRace')}
          description={t('records.lostRaceHint')}
          action={
            <Button
              size="small"
              onClick={async () => {
                await reload();
                save.reset();
              }}
            >
              {t('records.reloadKeep')}
            </Button>
          }
        />
      ) : save.error && !sendTo.open ? (
        <FormProblem text={problemText(save.error)} errors={refused['']} />
      ) : null}
      <EditForm
        place={place}
        form={form}
        record={record}
        startedFrom={startedFrom}
        live={live}
        changes={draft.changes}
        errors={errors}
        onChange={(key, value) => {
          draft.set(key, value);
          if (save.error && !lost) save.reset();
        }}
      />
      <div className="jm-savebar">
        <span className="jm-quiet" role="status">
          {count > 0 ? t('records.changes', { count }) : t('records.noChanges')}
        </span>
        <span className="jm-grow" />
        <Button onClick={onDone}>{t('records.cancel')}</Button>
        <Button
          type={isDraft ? 'default' : 'primary'}
          htmlType="submit"
          loading={save.isPending}
          disabled={count === 0 || lost}
        >
          {t(isDraft ? 'records.saveDraft' : 'records.save')}
        </Button>
        {isDraft ? (
          <Button type="primary" loading={sendTo.busy} disabled={lost} onClick={() => act(true)}>
            {t('records.submit')}
          </Button>
        ) : null}
      </div>
      {sendTo.dialog}
      {guard.dialog}
    </form>
  );
}

function editableKeys(record: FormRecord): Set<string> {
  return new Set(Object.entries(record.access).flatMap(([key, access]) => (access === 'edit' ? [key] : [])));
}

function pick<T>(all: Record<string, T>, keys: Set<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
}
