import { useMemo } from 'react';
import type { Access, Finding, FormPlace, FormRecord, RecordData } from '../api';
import { isEmpty, type FieldContext } from '../fields';
import { isMasked, isReplace, type Field, type FormDefinition, type Live } from '../schema';
import { CheckedField } from './CheckedField';
import { ReadField } from './ReadField';
import { Sections } from './Sections';
import type { FieldErrors } from './useDraft';
import { useLatest } from './useLatest';

interface Props {
  place: FormPlace;
  form: FormDefinition;
  /** The record as read; undefined for a new one. */
  record?: FormRecord | undefined;
  /** A form that is tried with another's eyes: what he has on each field; what is not named is hidden from him. */
  seenAs?: Record<string, Access> | undefined;
  /** The values when editing began, to show what others changed meanwhile. */
  startedFrom?: RecordData | undefined;
  live: Live;
  changes: RecordData;
  errors: FieldErrors;
  /** For fields that are only read here; lets them be revealed. */
  context?: FieldContext | undefined;
  onChange: (key: string, value: unknown) => void;
}

const NONE: Finding[] = [];

/** The whole form in edit: what one may edit as controls, everything else as it reads. */
export function EditForm(props: Props) {
  const { place, form, record, seenAs, startedFrom, live, changes, errors, context: given, onChange } = props;
  const id = record?.id;
  const asker = useMemo(() => ({ place, form, record: id }), [place, form, id]);
  const context = useMemo(() => given ?? { place }, [given, place]);
  const change = useLatest(onChange);
  return (
    <Sections form={form} shown={shownIn(live, record, seenAs)} failing={Object.keys(errors)}>
      {(field, late) => {
        const access = (record?.access ?? seenAs)?.[field.key];
        const original = record?.data[field.key];
        const value = live.data[field.key];
        const withheld = isMasked(original) && !isReplace(value);
        const replaceable = withheld && (form.replace?.includes(field.key) ?? false);
        const entered = record === undefined && seenAs === undefined;
        if (!entered && access !== 'edit' && !replaceable && !isReplace(value)) {
          const read = seenAs ? toThem(value, access) : original;
          return <ReadField field={field} value={read} access={access} context={context} />;
        }
        return (
          <CheckedField
            asker={asker}
            field={field}
            value={value}
            original={original}
            required={live.required.has(field.key)}
            readOnly={live.readOnly.has(field.key)}
            replaceable={replaceable}
            errors={errors[field.key] ?? NONE}
            context={context}
            meanwhile={meanwhileOf(field, changes, startedFrom, record)}
            late={late}
            onChange={change}
          />
        );
      }}
    </Sections>
  );
}

function shownIn(live: Live, record: FormRecord | undefined, seenAs: Record<string, Access> | undefined): Set<string> {
  if (seenAs) return new Set([...live.shown].filter((key) => key in seenAs));
  if (!record) return live.shown;
  return new Set([...live.shown].filter((key) => key in record.access || key in record.data));
}

/** What was entered, as somebody else would read it. How a value is masked, the server alone knows. */
function toThem(value: unknown, access: Access | undefined): unknown {
  return access === 'read' || isEmpty(value) ? value : { masked: '******' };
}

/** What someone else stored in a field that this person has changed as well. */
function meanwhileOf(
  field: Field,
  changes: RecordData,
  startedFrom: RecordData | undefined,
  record: FormRecord | undefined,
): unknown {
  if (!startedFrom || !record || !(field.key in changes)) return undefined;
  const [then, now] = [startedFrom[field.key], record.data[field.key]];
  return JSON.stringify(then) === JSON.stringify(now) ? undefined : (now ?? null);
}
