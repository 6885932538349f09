import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { Problem, problemText, type RecordData } from '../api';
import {
  draftBody,
  draftErrors,
  EditForm,
  FormProblem,
  problemErrors,
  useDraft,
  useFirstError,
  useLive,
  type FieldErrors,
} from '../form';
import { local, useText } from '../i18n';
import type { FormDefinition } from '../schema';
import { useSending, type Link, type Opened } from './useVisit';

interface Props {
  link: Link;
  opened: Opened;
  onSent: () => void;
  /** Another version of the form counts by now. */
  onChanged: () => void;
}

const NOBODY = { id: 'public', name: 'public' };

/** The fields, the notice with a box that nobody has ticked beforehand, and one button. */
export function PublicForm({ link, opened, onSent, onChanged }: Props) {
  const t = useText();
  const { form, shape } = opened;
  const place = useMemo(() => ({ tenant: link.tenant, app: '', form: '' }), [link.tenant]);
  const [base] = useState(() => constantsOf(form));
  const [noticed, setNoticed] = useState(false);
  const [website, setWebsite] = useState('');
  const [checked, setChecked] = useState(false);
  const draft = useDraft(form, {});
  const data = useMemo(() => ({ ...base, ...draft.changes }), [base, draft.changes]);
  const live = useLive(place, form, data, NOBODY, false);
  const own = withoutComputedDefaults(form, draftErrors(form, live.data, live));
  const { page, toFirstError } = useFirstError();
  const sending = useSending(link, shape);
  const notice = local(shape.notice);
  const unread = notice !== '' && !noticed;
  const refused = problemErrors(sending.error);
  const marked = { ...touched(own, draft.changes, checked), ...refused };
  const wrong = Object.keys(marked).filter((key) => key !== '').length + (checked && unread ? 1 : 0);
  const changed = sending.error instanceof Problem && sending.error.code === 'public.form-changed';

  const submit = () => {
    setChecked(true);
    if (Object.keys(own).length > 0 || unread) return toFirstError();
    sending.mutate(
      { data: draftBody(form, data, live), noticed, website },
      {
        onSuccess: onSent,
        onError: (problem) => {
          if (problem instanceof Problem && problem.code === 'public.form-changed') {
            setNoticed(false);
            onChanged();
          } else if (Object.keys(problemErrors(problem)).some((key) => key !== '')) toFirstError();
          else page.current?.scrollIntoView({ block: 'start' });
        },
      },
    );
  };
  return (
    <form
      noValidate
      ref={page}
      aria-label={local(shape.title)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {sending.error ? <FormProblem text={saidOf(sending.error, t)} errors={refused['']} /> : null}
      <EditForm
        place={place}
        form={form}
        live={live}
        changes={draft.changes}
        errors={marked}
        onChange={(key, value) => {
          draft.set(key, value);
          if (sending.error && !changed) sending.reset();
        }}
      />
      <Trap value={website} onChange={setWebsite} />
      {notice ? (
        <section className="jm-visit-notice" aria-label={t('visit.notice')}>
          <h2 className="jm-section-title">{t('visit.notice')}</h2>
          <p className="jm-visit-text">{notice}</p>
          <Checkbox
            checked={noticed}
            onChange={({ target }) => setNoticed(target.checked)}
            {...(checked && unread ? { 'aria-invalid': true, 'aria-describedby': 'notice-unread' } : {})}
          >
            {t('visit.noticed')}
          </Checkbox>
          {checked && unread ? (
            <p id="notice-unread" className="jm-error" role="alert">
              {t('visit.unread')}
            </p>
          ) : null}
        </section>
      ) : null}
      <div className="jm-visit-send">
        <Button type="primary" size="large" block htmlType="submit" loading={sending.isPending}>
          {t('visit.send')}
        </Button>
        <span className="jm-error" role="status">
          {checked && wrong > 0 ? t('visit.fix', { count: wrong }) : ''}
        </span>
      </div>
    </form>
  );
}

/** People neither see nor reach it; machines fill in whatever there is. */
function Trap({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <div className="jm-visit-trap" aria-hidden>
      <label>
        Website
        <input
          type="text"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
    </div>
  );
}

function saidOf(problem: unknown, t: ReturnType<typeof useText>): string {
  if (problem instanceof Problem && problem.status === 404) return t('visit.gone');
  const seconds = problem instanceof Problem ? Number(problem.params['retryAfter']) : NaN;
  return seconds > 0 ? t('visit.tooMany', { count: Math.ceil(seconds / 60) }) : problemText(problem);
}

/** Constant defaults stand there; computed ones the server fills in. */
function constantsOf(form: FormDefinition): RecordData {
  return Object.fromEntries(
    form.fields.flatMap(({ key, default: value }): [string, unknown][] =>
      value === undefined || value === null || typeof value === 'object' ? [] : [[key, value]],
    ),
  );
}

function withoutComputedDefaults(form: FormDefinition, errors: FieldErrors): FieldErrors {
  const filled = new Set(form.fields.filter((field) => typeof field.default === 'object').map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, list]) => {
      const rest = filled.has(key) ? list.filter(({ code }) => code !== 'field.required') : list;
      return rest.length > 0 ? [[key, rest]] : [];
    }),
  );
}

/** Before the first try, only what was typed and is wrong. */
function touched(errors: FieldErrors, changes: RecordData, all: boolean): FieldErrors {
  if (all) return errors;
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, list]) => {
      const wrong = key in changes ? list.filter(({ code }) => code !== 'field.required') : [];
      return wrong.length > 0 ? [[key, wrong]] : [];
    }),
  );
}
