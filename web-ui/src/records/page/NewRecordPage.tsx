import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link, useNavigate, useOutletContext, useSearchParams } from 'react-router';
import {
  call,
  formPath,
  problemText,
  recordsChanged,
  type FormPlace,
  type FormRecord,
  type Me,
  type RecordData,
} from '../../api';
import { LoadFailure } from '../../ask';
import {
  draftBody,
  draftErrors,
  EditForm,
  FormProblem,
  problemErrors,
  useDraft,
  useFirstError,
  useLive,
  useOnce,
} from '../../form';
import { local, useText } from '../../i18n';
import type { FormDefinition } from '../../schema';
import { PageSkeleton, useTitle } from '../../ui';
import { pointer, pointingFrom } from '../related/relation';
import { listAddress, recordAddress, useForm, usePlace } from '../usePlace';
import { useLeaveGuard } from './useLeaveGuard';
import { useSendTo } from './useSendTo';
import './page.css';

interface Saving {
  submit: boolean;
  /** Whom the next step asks, where whoever submits has chosen. */
  to: string[];
}

export function NewRecordPage() {
  const t = useText();
  const place = usePlace();
  const { form, error, refetch } = useForm(place);
  if (error && !form)
    return <LoadFailure title={t('records.formFailed')} error={error} tenant={place.tenant} onRetry={refetch} />;
  return form ? <NewRecord key={place.form} place={place} form={form} /> : <PageSkeleton label={t('app.loading')} />;
}

function NewRecord({ place, form }: { place: FormPlace; form: FormDefinition }) {
  const t = useText();
  const me = useOutletContext<Me>();
  useTitle(t('app.newIn', { form: local(form.title) }));
  const { message } = App.useApp();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [params] = useSearchParams();
  const target = pointingFrom(form, params.get('to'));
  const [base] = useState(() => ({
    ...defaultsOf(form, me),
    ...(target ? { [target.key]: pointer(form, target.key, target.id) } : {}),
  }));
  const [checked, setChecked] = useState(false);
  const user = useMemo(() => ({ id: me.id, name: me.name }), [me]);
  const draft = useDraft(form, {});
  const data = useMemo(() => ({ ...base, ...draft.changes }), [base, draft.changes]);
  const live = useLive(place, form, data, user, true);
  const own = withoutServerDefaults(form, draftErrors(form, live.data, live));
  const guard = useLeaveGuard(draft.dirty);
  const { page, toFirstError } = useFirstError();
  const once = useOnce();

  const create = useMutation({
    mutationFn: ({ submit, to }: Saving) => {
      const body = { data: draftBody(form, data, live), submit, ...(to.length > 0 ? { to } : {}) };
      return call<Partial<FormRecord> & { id: string }>(`${formPath(place)}/records`, {
        method: 'POST',
        once: once(JSON.stringify(body)),
        body,
      });
    },
    onSuccess: async (record) => {
      guard.release();
      await recordsChanged(cache, place);
      const inSight = record.access !== undefined;
      void message.success(t(inSight ? 'records.created' : 'records.createdOutOfSight'));
      await navigate(inSight ? recordAddress(place, record.id) : listAddress(place), { replace: true });
    },
    onError: (error) => sendTo.refused(error),
  });
  const sendTo = useSendTo(place, form, { save: create, send: (to) => create.mutate({ submit: true, to }) });
  const refused = problemErrors(create.error);
  const touched = Object.fromEntries(
    Object.entries(own).flatMap(([key, list]) => {
      const shown = checked ? list : list.filter((error) => key in draft.changes && error.code !== 'field.required');
      return shown.length > 0 ? [[key, shown]] : [];
    }),
  );
  const act = (submit: boolean) => {
    setChecked(submit);
    if (sendTo.busy) return;
    if (!submit) create.mutate({ submit, to: [] });
    else if (Object.keys(own).length === 0) sendTo.submit(live.data);
    else toFirstError();
  };
  return (
    <div className="jm-page jm-new">
      <div className="jm-record-head">
        <h1 className="jm-title">{t('app.newIn', { form: local(form.title, form.key) })}</h1>
      </div>
      <form
        noValidate
        ref={page}
        className="jm-card"
        aria-label={t('app.newIn', { form: local(form.title, form.key) })}
        onSubmit={(event) => {
          event.preventDefault();
          act(true);
        }}
      >
        {create.error && !sendTo.open ? <FormProblem text={problemText(create.error)} errors={refused['']} /> : null}
        <EditForm
          place={place}
          form={form}
          live={live}
          changes={draft.changes}
          errors={{ ...touched, ...refused }}
          onChange={(key, value) => {
            draft.set(key, value);
            if (create.error) create.reset();
          }}
        />
        <div className="jm-savebar">
          <span className="jm-error" role="status">
            {checked && Object.keys(own).length > 0 ? t('records.fix', { count: Object.keys(own).length }) : ''}
          </span>
          <span className="jm-grow" />
          <Link
            to={target ? recordAddress({ ...place, form: target.form }, target.id) : listAddress(place)}
            tabIndex={-1}
          >
            <Button>{t('records.cancel')}</Button>
          </Link>
          <Button
            loading={create.isPending && !create.variables.submit}
            disabled={sendTo.busy}
            onClick={() => act(false)}
          >
            {t('records.saveDraft')}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={sendTo.busy && create.variables?.submit !== false}
            disabled={sendTo.busy}
          >
            {t('records.submit')}
          </Button>
        </div>
      </form>
      {sendTo.dialog}
      {guard.dialog}
    </div>
  );
}

/** Constant defaults, and "myself"; any other default is computed by the server when the record is saved. */
function defaultsOf(form: FormDefinition, me: Me): RecordData {
  return Object.fromEntries(
    form.fields.flatMap((field): [string, unknown][] => {
      const value = field.default;
      if (value === undefined || value === null) return [];
      if (typeof value !== 'object') return [[field.key, value]];
      const mine = field.type === 'member' && (value as { formula?: string }).formula === 'user.id';
      return mine ? [[field.key, { id: me.id, name: me.name }]] : [];
    }),
  );
}

/** A required field that the server fills does not stop the person. */
function withoutServerDefaults<T extends { code: string }>(
  form: FormDefinition,
  errors: Record<string, T[]>,
): Record<string, T[]> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, list]) => {
      const field = form.fields.find((each) => each.key === key);
      const filled =
        field?.formula !== undefined || field?.type === 'serial' || typeof field?.default === 'object' || field?.linked;
      const rest = filled ? list.filter((error) => error.code !== 'field.required') : list;
      return rest.length > 0 ? [[key, rest]] : [];
    }),
  );
}
