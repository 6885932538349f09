import { lazy, startTransition, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { Problem, useRecord, type FormPlace, type FormRecord } from '../../api';
import { LoadFailure } from '../../ask';
import { FieldCell } from '../../fields';
import { ReadRecord } from '../../form';
import { local, useText } from '../../i18n';
import { useLiveRecord } from '../../live';
import { useReveal } from '../../privacy';
import { fieldOf, type Field, type FormDefinition } from '../../schema';
import { PageSkeleton, useTitle } from '../../ui';
import { StatusMark } from '../../workflow';
import { useForm, usePlace } from '../usePlace';
import { CapturedNote } from './CapturedNote';
import { EditRecord } from './EditRecord';
import { SharedStrip } from '../share/SharedStrip';
import { RecordActions } from './RecordActions';
import { SideTabs } from './SideTabs';
import { useCaptured } from './useCaptured';
import './page.css';

const Related = lazy(async () => ({ default: (await import('../related/Related')).Related }));

export function RecordPage() {
  const t = useText();
  const place = usePlace();
  const { id = '' } = useParams();
  const { form, error: formError } = useForm(place);
  const record = useRecord(place, id);
  useLiveRecord(place, record.data?.id);
  const error = formError ?? record.error;
  if (error && !(form && record.data)) {
    const broken = error instanceof Problem && error.code === 'record.integrity';
    return (
      <LoadFailure
        title={t(broken ? 'records.broken' : 'records.recordFailed')}
        error={error}
        tenant={place.tenant}
        onRetry={() => void record.refetch()}
      />
    );
  }
  if (!form || !record.data) return <PageSkeleton label={t('app.loading')} />;
  return (
    <Loaded
      key={id}
      place={place}
      form={form}
      record={record.data}
      reload={async () => void (await record.refetch())}
    />
  );
}

interface Props {
  place: FormPlace;
  form: FormDefinition;
  record: FormRecord;
  reload: () => Promise<void>;
}

function Loaded({ place, form, record, reload }: Props) {
  const t = useText();
  const [editing, setEditing] = useState(false);
  // Twenty fields become controls at once: the page goes on answering while they do.
  const edit = () => startTransition(() => setEditing(true));
  const view = useCaptured(place, form, record);
  const { captured } = view;
  const { context, dialog } = useReveal({
    place,
    form,
    recordId: record.id,
    access: record.access,
    withdrawn: record.withdrawn,
  });
  const titleField =
    fieldOf(form, form.displayedBy ?? '') ?? form.fields.find((field) => field.type === 'serial') ?? form.fields[0];
  const rank = form.fields.find((field) => isRank(field, record.data[field.key]));
  useTitle(local(form.title));
  return (
    <div className="jm-page">
      <div className="jm-record-head">
        <h1 className="jm-title">
          {titleField ? (
            <FieldCell field={titleField} value={record.data[titleField.key]} context={{ place }} />
          ) : (
            local(form.title)
          )}
        </h1>
        <StatusMark status={record.workflow?.status ?? record.status} />
        {rank ? <FieldCell field={rank} value={record.data[rank.key]} context={{ place }} /> : null}
        <span className="jm-grow" />
        {editing || captured ? null : <RecordActions place={place} form={form} record={record} onEdit={edit} />}
      </div>
      {record.shared ? <SharedStrip place={place} record={record} /> : null}
      <div className="jm-record">
        <div className="jm-card jm-record-form">
          {editing ? null : <CapturedNote {...view} />}
          {editing ? (
            <EditRecord place={place} form={form} record={record} onDone={() => setEditing(false)} reload={reload} />
          ) : (
            <ReadRecord
              form={captured?.form ?? form}
              gone={captured?.gone}
              data={record.data}
              access={record.access}
              context={captured ? { ...context, askReveal: undefined } : context}
            />
          )}
        </div>
        <aside className="jm-card jm-record-side" aria-label={t('records.side')}>
          <SideTabs place={place} form={form} record={record} />
        </aside>
      </div>
      {editing ? null : (
        <Suspense fallback={null}>
          <Related place={place} id={record.id} />
        </Suspense>
      )}
      {dialog}
    </div>
  );
}

/** A choice to which the designer gave colours says where a record stands: it belongs beside the name. */
function isRank(field: Field, value: unknown): boolean {
  return (
    field.type === 'choice' &&
    typeof value === 'string' &&
    (field.options ?? []).some((option) => option.value === value && option.color !== undefined)
  );
}
