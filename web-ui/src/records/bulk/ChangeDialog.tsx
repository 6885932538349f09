import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Problem, problemText, type FormPlace, type RecordData } from '../../api';
import { findingsOf, isEmpty, wireValue } from '../../fields';
import { EditField, problemErrors, type FieldErrors } from '../../form';
import { local, useText } from '../../i18n';
import type { Field, FormDefinition } from '../../schema';
import { useLong } from '../../ui';
import { RefusedList } from './RefusedList';
import { changeable, replaced } from './changeable';
import { PATIENCE, useBatch } from './useBatch';
import type { Selection } from './useSelection';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  selection: Selection;
  onClose: () => void;
}

/** Gives one or several fields of all chosen records the same values. */
export function ChangeDialog({ place, form, selection, onClose }: Props) {
  const t = useText();
  const [values, setValues] = useState<RecordData>({});
  const [missing, setMissing] = useState<FieldErrors>({});
  const records = [...selection.chosen.values()];
  const ids = records.map((record) => record.id);
  const offered = changeable(form, records);
  const batch = useBatch(place, () => {
    selection.clear();
    onClose();
  });
  const long = useLong(batch.isPending, PATIENCE);
  const keys = Object.keys(values);
  const refused = batch.error ? problemErrors(batch.error) : {};
  const findings = batch.error instanceof Problem ? batch.error.errors : [];
  const atRecords = findings.some((finding) => finding.pointer?.startsWith('/ids/'));
  const told = keys.some((key) => refused[key] !== undefined) || atRecords;
  const put = (key: string, value: unknown) => {
    setValues((before) => ({ ...before, [key]: value }));
    setMissing({});
    batch.reset();
  };
  const save = () => {
    const errors = errorsOf(form, values);
    setMissing(errors);
    if (Object.keys(errors).length === 0)
      batch.mutate({ action: 'update', ids, data: bodyOf(form, values, selection) });
  };
  return (
    <Modal open title={t('bulk.dialog', { count: ids.length })} width={600} footer={null} onCancel={onClose}>
      <div className="jm-bulk-dialog">
        <p className="jm-quiet">{t(offered.length > 0 ? 'bulk.every' : 'bulk.noFields')}</p>
        {keys.map((key) => (
          <ChosenField
            key={key}
            place={place}
            field={offered.find((field) => field.key === key)}
            value={values[key]}
            errors={[...(missing[key] ?? []), ...(refused[key] ?? [])]}
            onChange={(value) => put(key, value)}
            onRemove={() => setValues(({ [key]: _, ...others }) => others)}
          />
        ))}
        {keys.length < offered.length ? (
          <Select
            className="jm-bulk-pick"
            aria-label={t('bulk.field')}
            placeholder={t(keys.length === 0 ? 'bulk.pick' : 'bulk.field')}
            value={null}
            showSearch
            optionFilterProp="label"
            options={offered
              .filter((field) => !(field.key in values))
              .map((field) => ({ value: field.key, label: local(field.title, field.key) }))}
            onChange={(key: string | null) => (key === null ? undefined : put(key, undefined))}
          />
        ) : null}
        {batch.error && !told ? <Alert role="alert" type="error" showIcon message={problemText(batch.error)} /> : null}
        <RefusedList
          place={place}
          form={form}
          ids={batch.variables?.ids ?? []}
          chosen={selection.chosen}
          findings={findings}
          onLeaveOut={(left) => {
            selection.leaveOut(left);
            batch.reset();
          }}
        />
        <div className="jm-bulk-foot">
          <span className="jm-quiet jm-grow" role="status">
            {long ? t('bulk.working', { count: ids.length }) : null}
          </span>
          <Button onClick={onClose}>{t('bulk.cancel')}</Button>
          <Button type="primary" disabled={keys.length === 0} loading={batch.isPending} onClick={save}>
            {t('bulk.go', { count: ids.length })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface ChosenFieldProps {
  place: FormPlace;
  field: Field | undefined;
  value: unknown;
  errors: FieldErrors[string];
  onChange: (value: unknown) => void;
  onRemove: () => void;
}

function ChosenField({ place, field, value, errors, onChange, onRemove }: ChosenFieldProps) {
  const t = useText();
  if (!field) return null;
  return (
    <div className="jm-bulk-field">
      <EditField
        field={field}
        value={value}
        original={undefined}
        required={field.required ?? false}
        readOnly={false}
        replaceable={false}
        errors={errors}
        context={{ place }}
        onChange={onChange}
      />
      <Button
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t('bulk.unfield', { field: local(field.title, field.key) })}
        onClick={onRemove}
      />
    </div>
  );
}

function errorsOf(form: FormDefinition, values: RecordData): FieldErrors {
  const errors: FieldErrors = {};
  for (const field of form.fields) {
    if (!(field.key in values)) continue;
    const value = values[field.key];
    const found = field.required && isEmpty(value) ? [{ code: 'field.required' }] : findingsOf(field, value);
    if (found.length > 0) errors[field.key] = found;
  }
  return errors;
}

/** In their wire form; what somebody may only overwrite unread is written as a replacement. */
function bodyOf(form: FormDefinition, values: RecordData, selection: Selection): RecordData {
  const unread = replaced(form, [...selection.chosen.values()]);
  return Object.fromEntries(
    form.fields
      .filter((field) => field.key in values)
      .map((field) => {
        const wire = wireValue(field, values[field.key]);
        return [field.key, unread.has(field.key) ? { replace: wire } : wire];
      }),
  );
}
