import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { call, formPath, type Finding, type FormPlace, type RecordData } from '../api';
import { fieldType, wireValue } from '../fields';
import { computeLive, fieldOf, isMasked, isReplace, type Field, type FormDefinition, type Live } from '../schema';

interface ComputeAnswer {
  data?: RecordData;
  shown?: string[];
  required?: string[];
  readOnly?: string[];
  findings?: Finding[];
}

const PAUSE = 350;

/**
 * Rules and formulas over what stands on the page. Computed here where the published form carries portable trees;
 * otherwise the server is asked once typing pauses, and its answer completes the local one.
 */
export function useLive(
  place: FormPlace,
  form: FormDefinition,
  data: RecordData,
  user: unknown,
  asking: boolean,
): Live {
  const local = useMemo(() => computeLive(form, data, user), [form, data, user]);
  const complete = local.complete && !form.fields.some((field) => awaits(field, data));
  const body = useMemo(() => JSON.stringify({ data: sendable(form, data) }), [form, data]);
  const settled = useSettled(body);
  const answer = useQuery({
    queryKey: [formPath(place), 'compute', settled],
    queryFn: ({ signal }) =>
      call<ComputeAnswer>(`${formPath(place)}/records/compute`, { method: 'POST', body: JSON.parse(settled), signal }),
    enabled: asking && !complete,
    staleTime: 60_000,
    retry: false,
    placeholderData: (before) => before,
  });
  return useMemo(
    () => (complete || !answer.data ? local : completed(form, local, answer.data)),
    [complete, form, local, answer.data],
  );
}

/** Records are named by the server once this one is saved. */
const NAMED = ['relation', 'relations'];

/** Whether a new record takes the value from another form and nobody has typed one in. */
function awaits(field: Field, data: RecordData): boolean {
  return field.linked === true && data[field.key] === undefined && !NAMED.includes(field.type);
}

function completed(form: FormDefinition, local: Live, answer: ComputeAnswer): Live {
  const data = { ...local.data };
  for (const field of form.fields) {
    const computed = answer.data?.[field.key];
    if (computed === undefined) continue;
    if (field.formula && !isMasked(data[field.key])) data[field.key] = computed;
    if (awaits(field, data)) data[field.key] = computed;
    if (field.type === 'subform' && Array.isArray(computed) && Array.isArray(data[field.key])) {
      const formulas = (field.fields ?? []).filter((column) => column.formula).map((column) => column.key);
      data[field.key] = (data[field.key] as RecordData[]).map((row, index) => {
        const other = (computed as RecordData[])[index] ?? {};
        return { ...row, ...Object.fromEntries(formulas.flatMap((key) => (key in other ? [[key, other[key]]] : []))) };
      });
    }
  }
  return {
    ...local,
    data,
    shown: answer.shown ? new Set(answer.shown) : local.shown,
    required: answer.required ? new Set(answer.required) : local.required,
    readOnly: answer.readOnly ? new Set([...local.readOnly, ...answer.readOnly]) : local.readOnly,
    findings: (answer.findings ?? []).filter((finding) => finding.code === 'record.check-failed'),
  };
}

/** What may be sent for computing: everything this reader can read or has typed; masks are left out. */
export function sendable(form: FormDefinition, data: RecordData): RecordData {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]): [string, unknown][] => {
      const field = fieldOf(form, key);
      if (!field || field.formula || isMasked(value) || field.type === 'file' || fieldType(field.type).generated)
        return [];
      const wire = wireValue(field, isReplace(value) ? value.replace : value);
      return wire === undefined ? [] : [[key, wire]];
    }),
  );
}

/** The text after it has not changed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
