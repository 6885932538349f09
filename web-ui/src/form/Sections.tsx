import type { ReactNode } from 'react';
import { fieldType } from '../fields';
import { local, useLocale } from '../i18n';
import { fieldOf, type Field, type FormDefinition } from '../schema';
import './form.css';

interface Props {
  form: FormDefinition;
  shown: Set<string>;
  children: (field: Field) => ReactNode;
}

/** The form's sections and columns; what a rule hides leaves no gap. */
export function Sections({ form, shown, children }: Props) {
  useLocale();
  return (
    <>
      {form.layout.map((section, index) => {
        const fields = section.fields.flatMap((key) => {
          const field = fieldOf(form, key);
          return field && shown.has(key) ? [field] : [];
        });
        if (fields.length === 0) return null;
        const title = local(section.section);
        return (
          <section key={index} className="jm-section" {...(title ? { 'aria-label': title } : {})}>
            {title ? <h2 className="jm-section-title">{title}</h2> : null}
            <div className={`jm-grid jm-grid-${Math.min(section.columns ?? 1, 3)}`}>
              {fields.map((field) => (
                <div key={field.key} className={fieldType(field.type).wide ? 'jm-field jm-field-wide' : 'jm-field'}>
                  {children(field)}
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </>
  );
}
