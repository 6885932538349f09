import { useFormDefinition, useForms } from '../../api';
import { local } from '../../i18n';
import { parseForm } from '../../schema';
import { useFlow } from '../context';
import { put, type Create } from '../model/document';
import { useWords } from '../useWords';
import { Choice } from './parts';
import { ValuesEditor } from './ValuesEditor';
import { Within } from './Within';

/** A record of another form: which, with what values, and how it names this one. */
export function CreateEditor({ create, onChange }: { create: Create; onChange: (create: Create) => void }) {
  const { t } = useWords();
  const { place } = useFlow();
  const { tenant, app } = place;
  const forms = (useForms(tenant, app).data?.items ?? []).filter((form) => form.key !== place.form);
  const chosen = forms.some((form) => form.key === create.form);
  const definition = useFormDefinition(chosen ? { tenant, app, form: create.form } : null).data;
  const fields = definition === undefined ? [] : parseForm(definition).fields;
  const relations = fields.filter(
    (field) => ['relation', 'relations'].includes(field.type) && field.form === place.form,
  );
  return (
    <>
      <Choice
        label={t('flowDesign.create.form')}
        value={create.form}
        onChange={(form) => onChange({ form })}
        options={[
          ...(chosen || create.form === '' ? [] : [{ value: create.form, label: create.form }]),
          ...forms.map((form) => ({ value: form.key, label: local(form.title, form.key) })),
        ]}
      />
      {chosen ? (
        <>
          <Choice
            label={t('flowDesign.create.relation')}
            value={create.relation ?? ''}
            onChange={(relation) => onChange(put(create, { relation: relation === '' ? undefined : relation }))}
            options={[
              { value: '', label: t('flowDesign.create.noRelation') },
              ...relations.map((field) => ({ value: field.key, label: local(field.title, field.key) })),
            ]}
          />
          <p className="jm-flow-sub">{t('flowDesign.create.values')}</p>
          <Within at="/values">
            <ValuesEditor
              fields={fields}
              values={create.values ?? {}}
              onChange={(values) =>
                onChange(put(create, { values: Object.keys(values).length > 0 ? values : undefined }))
              }
            />
          </Within>
        </>
      ) : null}
    </>
  );
}
