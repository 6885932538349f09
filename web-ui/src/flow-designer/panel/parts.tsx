import { useId, type ReactNode } from 'react';
import { Input, InputNumber, Select } from 'antd';
import { currentLocale, type LocalText } from '../../i18n';
import { useWords } from '../useWords';
import type { Span } from '../model/duration';
import { readSpan, writeSpan } from '../model/duration';

/** A part of the panel under a heading. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="jm-flow-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A label above its control; the control gets the id. */
export function Labelled({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string | undefined;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="jm-flow-labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint ? <p className="jm-hint">{hint}</p> : null}
    </div>
  );
}

/** A text in the reader's language; what it says in the other one stays. */
export function withText(text: LocalText | undefined, typed: string): LocalText | undefined {
  const locale = currentLocale();
  if (text === undefined || typeof text === 'string') {
    if (typed === '') return undefined;
    return text === undefined || text === '' ? { [locale]: typed } : { 'zh-CN': text, [locale]: typed };
  }
  const next = { ...text, [locale]: typed };
  const left = Object.entries(next).filter(([, word]) => word);
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

const own = (text: LocalText | undefined): string =>
  typeof text === 'string' ? text : (text?.[currentLocale()] ?? text?.['zh-CN'] ?? text?.['en'] ?? '');

interface TextProps {
  label: string;
  value: LocalText | undefined;
  placeholder?: string;
  hint?: string;
  onChange: (value: LocalText | undefined) => void;
}

/** A title, typed in the reader's language. */
export function TextLine({ label, value, placeholder, hint, onChange }: TextProps) {
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <Input
          id={id}
          value={own(value)}
          maxLength={100}
          placeholder={placeholder}
          onChange={(event) => onChange(withText(value, event.target.value))}
        />
      )}
    </Labelled>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: { value: V; label: string }[];
  hint?: string;
  onChange: (value: V) => void;
}

/** One of few. */
export function Choice<V extends string>({ label, value, options, hint, onChange }: ChoiceProps<V>) {
  return (
    <Labelled label={label} hint={hint}>
      {(id) => (
        <Select<V>
          id={id}
          value={value}
          options={options}
          onChange={onChange}
          popupMatchSelectWidth={false}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  );
}

interface ManyProps {
  label: string;
  value: string[];
  options: { value: string; label: string }[];
  placeholder?: string;
  onChange: (value: string[]) => void;
}

/** Any of a list that can be searched. */
export function Many({ label, value, options, placeholder, onChange }: ManyProps) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          value={value}
          options={options}
          placeholder={placeholder}
          optionFilterProp="label"
          onChange={onChange}
          style={{ width: '100%' }}
        />
      )}
    </Labelled>
  );
}

/** A duration as a number with its unit; one that mixes units is kept until it is typed anew. */
export function SpanInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  const span = readSpan(value) ?? { count: 1, unit: 'day' as const };
  const set = (change: Partial<Span>) => onChange(writeSpan({ ...span, ...change }));
  return (
    <Labelled label={label} hint={readSpan(value) || value === '' ? undefined : value}>
      {(id) => (
        <span className="jm-row">
          <InputNumber
            id={id}
            min={1}
            max={span.unit === 'day' ? 366 : 8784}
            precision={0}
            value={span.count}
            onChange={(count) => set({ count: count ?? 1 })}
          />
          <Select<Span['unit']>
            aria-label={t('flowDesign.unit')}
            value={span.unit}
            onChange={(unit) => set({ unit })}
            options={(['minute', 'hour', 'day'] as const).map((unit) => ({
              value: unit,
              label: t(`flowDesign.unitOf.${unit}`),
            }))}
          />
        </span>
      )}
    </Labelled>
  );
}
