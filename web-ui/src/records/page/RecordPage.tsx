import { useState } from 'react';
import { useParams } from 'react-router';
import { Problem, problemText, useRecord, type FormPlace, type FormRecord } from '../../api';
import { FieldCell } from '../../fields';
import { ReadRecord } from '../../form';
import { local, useText } from '../../i18n';
import { useReveal } from '../../privacy';
import { fieldOf, type FormDefinition } from '../../schema';
import { Failure, PageSkeleton } from '../../ui';
import { StatusMark } from '../../workflow';
import { useForm, usePlace } from '../usePlace';
import { EditRecord } from './EditRecord';

import { RecordActions } from './RecordActions';
import { SideTabs } from './SideTabs';
import './page.css';

export function RecordPage() {
  const t = useText();
  const place = usePlace();
  const { id = '' } = useParams();
  const { form, error: formError } = useForm(place);
  const record = useRecord(place, id);
  const error = formError ?? record.error;
  if (error && !(form && record.data)) {
    const broken = error instanceof Problem && error.code === 'record.integrity';
    return (
      <Failure
        title={t(broken ? 'records.broken' : 'records.recordFailed')}
        hint={problemText(error)}
        retry={{ label: t('app.retry'), act: () => void record.refetch() }}
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
  const { context, dialog } = useReveal({ place, form, recordId: record.id, access: record.access });
  const titleField =
    fieldOf(form, form.displayedBy ?? '') ?? form.fields.find((field) => field.type === 'serial') ?? form.fields[0];
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
        <span className="jm-grow" />
        {editing ? null : <RecordActions place={place} form={form} record={record} onEdit={() => setEditing(true)} />}
      </div>
      <div className="jm-record">
        <div className="jm-card jm-record-form">
          {editing ? (
            <EditRecord place={place} form={form} record={record} onDone={() => setEditing(false)} reload={reload} />
          ) : (
            <ReadRecord form={form} data={record.data} access={record.access} context={context} />
          )}
        </div>
        <aside className="jm-card jm-record-side" aria-label={t('records.side')}>
          <SideTabs place={place} form={form} record={record} />
        </aside>
      </div>
      {dialog}
    </div>
  );
}
