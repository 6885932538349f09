import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import { FeelInput, fieldNames } from '../../studio';
import { columnsOf } from '../document/containers';
import { useDesigner } from '../useDesigner';
import { useFoundAt } from '../useFoundAt';
import { useFormFields, useFormsToName } from '../useOthers';
import { One } from './Choose';
import { Line } from './parts';
import type { TypeProps } from './TypePart';

/** What one may compute of values of these types. */
const COUNTED = ['number', 'money', 'percent', 'rating', 'date', 'date-time', 'duration', 'formula'];
const option = ({ key, title }: Field) => ({ value: key, label: local(title, key) });

/** One number of many rows: those of a subform, or the records of another form that name this one. */
export function RollUp({ path, field }: TypeProps) {
  const t = useText();
  const { set, studio, document } = useDesigner();
  const found = useFoundAt(path, 'filter');
  const forms = useFormsToName(studio.place).filter(({ value }) => value !== studio.place.key);
  const subforms = document.fields.filter((entry): entry is Field => entry.type === 'subform');
  const [form, relation] = field.of?.includes('.') ? field.of.split('.') : [];
  const theirs = useFormFields(studio.place, form);
  const relations = theirs.filter(({ type, form: to }) => type.startsWith('relation') && to === studio.place.key);
  const rows = form === undefined ? columnsOf(subforms.find(({ key }) => key === field.of)) : theirs;
  const names = fieldNames(rows.filter(({ type }) => type !== 'subform'));
  const { filter } = field as { filter?: string };
  return (
    <>
      <One
        label={t('designer.of')}
        value={form === undefined ? field.of : `${form}.`}
        options={[
          ...subforms.map(option),
          ...forms.map(({ value, label }) => ({ value: `${value}.`, label: t('designer.ofOther', { form: label }) })),
        ]}
        onChange={(of) => set(path, { of, field: undefined, filter: undefined })}
      />
      {form === undefined ? null : (
        <One
          label={t('designer.ofRelation')}
          value={relation}
          hint={relations.length === 0 && theirs.length > 0 ? t('designer.ofNoRelation') : undefined}
          options={relations.map(option)}
          onChange={(key) => set(path, { of: `${form}.${key ?? ''}` })}
        />
      )}
      <One
        label={t('designer.aggregate')}
        value={field.aggregate}
        options={['count', 'sum', 'average', 'min', 'max'].map((value) => ({
          value,
          label: t(`designer.aggregates.${value}`),
        }))}
        onChange={(aggregate) => set(path, { aggregate, ...(aggregate === 'count' ? { field: undefined } : {}) })}
      />
      {field.aggregate === 'count' ? null : (
        <One
          label={t('designer.aggregated')}
          value={field['field'] as string | undefined}
          options={rows.filter(({ type, formula }) => COUNTED.includes(type) || formula).map(option)}
          onChange={(next) => set(path, { field: next })}
        />
      )}
      {rows.length === 0 ? null : (
        <Line label={t('designer.ofFilter')} hint={t('designer.ofFilterHint')}>
          <FeelInput
            label={t('designer.ofFilter')}
            value={filter ?? ''}
            names={names}
            tenant={studio.place.tenant}
            wants="boolean"
            findings={found()}
            onChange={(text) => set(path, { filter: text || undefined })}
          />
        </Line>
      )}
    </>
  );
}
