import { Checkbox, Input, InputNumber } from 'antd';
import { useId, type ReactNode } from 'react';
import { LOCALES, useText, type LocalText } from '../../i18n';
import { withText, wordsIn } from '../document/text';

/** A part of the pane under its heading. */
export function Part({ title, children, extra }: { title: string; children: ReactNode; extra?: ReactNode }) {
  const id = useId();
  return (
    <section className="jm-part" aria-labelledby={id}>
      <div className="jm-row">
        <h3 id={id}>{title}</h3>
        <span className="jm-grow" />
        {extra}
      </div>
      {children}
    </section>
  );
}

interface LineProps {
  label: string;
  hint?: string | undefined;
  /** Id of the control. */
  id?: string;
  children: ReactNode;
}

/** A property with its name above it. */
export function Line({ label, hint, id, children }: LineProps) {
  return (
    <div className="jm-line">
      {id ? (
        <label className="jm-label" htmlFor={id}>
          {label}
        </label>
      ) : (
        <span className="jm-label">{label}</span>
      )}
      {children}
      {hint ? <p className="jm-hint">{hint}</p> : null}
    </div>
  );
}

interface TextProps {
  label: string;
  value: LocalText | undefined;
  onChange: (value: LocalText | undefined) => void;
  area?: boolean;
}

/** A text in both languages. */
export function Texts({ label, value, onChange, area = false }: TextProps) {
  const t = useText();
  const id = useId();
  return (
    <div className="jm-line" role="group" aria-labelledby={id}>
      <span id={id} className="jm-label">
        {label}
      </span>
      {LOCALES.map((locale) => {
        const shared = {
          value: wordsIn(value, locale),
          'aria-label': `${label} (${t(`designer.language.${locale}`)})`,
          lang: locale,
        };
        return area ? (
          <Input.TextArea
            key={locale}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t(`designer.language.${locale}`)}
            onChange={(event) => onChange(withText(value, locale, event.target.value))}
            {...shared}
          />
        ) : (
          <Input
            key={locale}
            suffix={<span className="jm-tongue">{locale === 'en' ? 'EN' : '中'}</span>}
            onChange={(event) => onChange(withText(value, locale, event.target.value))}
            {...shared}
          />
        );
      })}
    </div>
  );
}

interface FlagProps {
  label: string;
  value: boolean | undefined;
  hint?: string;
  disabled?: boolean;
  onChange: (value: true | undefined) => void;
}

export function Flag({ label, value, hint, disabled = false, onChange }: FlagProps) {
  return (
    <div>
      <Checkbox
        checked={value === true}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked ? true : undefined)}
      >
        {label}
      </Checkbox>
      {hint ? <p className="jm-hint jm-flag-hint">{hint}</p> : null}
    </div>
  );
}

interface WholeProps {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  hint?: string;
  placeholder?: string;
  onChange: (value: number | undefined) => void;
}

/** A whole number within bounds; empty is none. */
export function Whole({ label, value, min, max, hint, placeholder, onChange }: WholeProps) {
  const id = useId();
  return (
    <Line label={label} id={id} hint={hint}>
      <InputNumber
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        min={min}
        max={max}
        precision={0}
        placeholder={placeholder ?? ''}
        onChange={(next) => onChange(next ?? undefined)}
      />
    </Line>
  );
}

interface PlainProps {
  label: string;
  value: string | undefined;
  hint?: string | undefined;
  mono?: boolean;
  placeholder?: string;
  onChange: (value: string | undefined) => void;
}

/** One line of text; empty is none. */
export function Plain({ label, value, hint, mono = false, placeholder, onChange }: PlainProps) {
  const id = useId();
  return (
    <Line label={label} id={id} hint={hint}>
      <Input
        id={id}
        className={mono ? 'jm-mono' : ''}
        value={value ?? ''}
        placeholder={placeholder ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
    </Line>
  );
}
