import { Button, Select } from 'antd';
import { useMembers } from '../../api';
import { memo, useMemo } from 'react';
import { FieldInput, FieldTitle, fieldType, type FieldContext } from '../../fields';
import { useLatest } from '../../form';
import type { Field } from '../../schema';
import { useGradually } from '../../ui';
import { useFlow } from '../context';
import { Labelled } from '../panel/parts';
import { useWords } from '../useWords';
import { RecordPicker } from './RecordPicker';

/** More than the panel shows at once. */
const FIRST = 20;
const STEP = 40;

/** What would be submitted, and by whom: typed in, or taken over from a record as far as one may read it. */
export function SampleForm({ onRun }: { onRun: () => void }) {
  const { t } = useWords();
  const { place, fields, sample, setSample } = useFlow();
  const asked = useMemo(() => fields.filter(typed), [fields]);
  const arrived = useGradually(asked.length, FIRST, STEP);
  const context = useMemo(() => ({ place }), [place]);
  const put = useLatest((field: string, value: unknown) =>
    setSample({ ...sample, data: { ...sample.data, [field]: value } }),
  );
  const members = useMembers(place.tenant).data?.items ?? [];
  return (
    <form
      className="jm-flow-sample"
      onSubmit={(event) => {
        event.preventDefault();
        onRun();
      }}
    >
      <Labelled label={t('flowDesign.simulate.initiator')}>
        {(id) => (
          <Select
            id={id}
            showSearch
            allowClear
            optionFilterProp="label"
            placeholder={t('flowDesign.test.me')}
            value={sample.initiator}
            onChange={(initiator?: string) => setSample({ ...sample, initiator })}
            options={members.map((each) => ({ value: each.id, label: each.name }))}
            style={{ width: '100%' }}
          />
        )}
      </Labelled>
      <RecordPicker onTake={(data) => setSample({ ...sample, data })} />
      {asked.slice(0, arrived).map((field) => (
        <SampleField
          key={field.key}
          field={field}
          value={sample.data[field.key] ?? undefined}
          context={context}
          onChange={put}
        />
      ))}
      <Button type="primary" htmlType="submit">
        {t('flowDesign.simulate.run')}
      </Button>
    </form>
  );
}

const LEFT_OUT = ['subform', 'file', 'image', 'signature', 'consent'];
const typed = (field: Field) =>
  !field.formula && !field.computed && !fieldType(field.type).generated && !LEFT_OUT.includes(field.type);

interface SampleProps {
  field: Field;
  value: unknown;
  context: FieldContext;
  onChange: (field: string, value: unknown) => void;
}

/** Drawn again only when its own value has changed. */
const SampleField = memo(function SampleField({ field, value, context, onChange }: SampleProps) {
  const id = `sample-${field.key}`;
  const group = fieldType(field.type).wide === true && field.type !== 'long-text';
  return (
    <div className="jm-flow-labelled" {...(group ? { role: 'group', 'aria-labelledby': `${id}-label` } : {})}>
      {group ? (
        <span id={`${id}-label`} className="jm-hint">
          <FieldTitle field={field} />
        </span>
      ) : (
        <label htmlFor={id}>
          <FieldTitle field={field} />
        </label>
      )}
      <FieldInput
        id={id}
        field={field}
        value={value}
        original={undefined}
        replaceable={false}
        context={context}
        onChange={(next) => onChange(field.key, next)}
      />
    </div>
  );
});
