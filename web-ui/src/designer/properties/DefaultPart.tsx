import { Segmented } from 'antd';
import { useMemo } from 'react';
import { fieldType, wireValue, type FieldContext } from '../../fields';
import type { Finding } from '../../api';
import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import { FeelInput, feelType, fieldNames, type FeelName } from '../../studio';
import type { Path } from '../document/containers';
import { linkageOf, type Linkage } from '../document/linked';
import { useNames } from '../useNames';
import { useDesigner } from '../useDesigner';
import { useFormFields, useFormsToName } from '../useOthers';
import { useFoundAt } from '../useFoundAt';
import { One } from './Choose';
import { Line, Part } from './parts';

type Mode = 'none' | 'fixed' | 'formula' | 'linkage';

const WITHOUT = ['subform', 'file', 'image', 'signature', 'formula', 'consent', 'geo', 'relation', 'relations'];

/** What a new record begins with: a value, a formula, or a value of another form. */
export function DefaultPart({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set, studio } = useDesigner();
  const names = useNames(path);
  const found = useFoundAt(path, 'default');
  if (WITHOUT.includes(field.type) || field.formula) return null;
  const mode = modeOf(field.default);
  const linkage = linkageOf(field);
  const begin: Record<Mode, unknown> = {
    none: undefined,
    fixed: field.type === 'switch' ? false : '',
    formula: { formula: '' },
    linkage: { linkage: { form: '', where: '', field: '' } },
  };
  const modes: Mode[] = path.includes('.') ? ['none', 'fixed', 'formula'] : ['none', 'fixed', 'formula', 'linkage'];
  return (
    <Part title={t('designer.part.default')}>
      <Segmented
        block
        aria-label={t('designer.part.default')}
        value={mode}
        options={modes.map((value) => ({ value, label: t(`designer.default.${value}`) }))}
        onChange={(next) => set(path, { default: begin[next as Mode] })}
      />
      {mode === 'fixed' ? <Fixed path={path} field={field} /> : null}
      {mode === 'formula' ? (
        <FeelInput
          label={t('designer.default.formula')}
          value={(field.default as { formula: string }).formula}
          names={names}
          tenant={studio.place.tenant}
          wants={feelType(field)}
          findings={found('formula')}
          onChange={(formula) => set(path, { default: { formula } })}
        />
      ) : null}
      {linkage ? <Link path={path} linkage={linkage} findings={found('linkage/where')} /> : null}
    </Part>
  );
}

function modeOf(given: unknown): Mode {
  if (given === undefined || given === null) return 'none';
  if (typeof given === 'object' && 'formula' in given) return 'formula';
  return typeof given === 'object' && 'linkage' in given ? 'linkage' : 'fixed';
}

/** The value, entered as on the form. */
function Fixed({ path, field }: { path: Path; field: Field }) {
  const t = useText();
  const { set, studio } = useDesigner();
  const { tenant, app, key } = studio.place;
  const context = useMemo<FieldContext>(() => ({ place: { tenant, app, form: key } }), [tenant, app, key]);
  const TypeInput = fieldType(field.type).Input;
  const id = `default-${path.replace('.', '-')}`;
  const value = field.default === '' ? undefined : field.default;
  return (
    <Line label={t('designer.default.value')} id={id}>
      <TypeInput
        id={id}
        field={{ ...field, required: false }}
        value={value}
        context={context}
        onChange={(next) => set(path, { default: wireValue(field, next) ?? '' })}
      />
    </Line>
  );
}

/** What its condition may name: the fields of that form, then those of this one; of the same name by `record`. */
function linkedNames(there: readonly Field[], here: readonly FeelName[], words: string): FeelName[] {
  const theirs = fieldNames(there.filter(({ type }) => type !== 'subform'));
  const taken = new Set(theirs.map(({ name }) => name));
  const ours = here.filter(({ name }) => !name.includes('.'));
  return [
    ...theirs,
    ...ours.map((field) => ({
      ...field,
      name: taken.has(field.name) ? `record.${field.name}` : field.name,
      title: `${words} · ${field.title}`,
    })),
  ];
}

/** Which record of which form, and what of it. */
function Link({ path, linkage, findings }: { path: Path; linkage: Linkage; findings: Finding[] }) {
  const t = useText();
  const { set, studio } = useDesigner();
  const forms = useFormsToName(studio.place);
  const there = useFormFields(studio.place, linkage.form || undefined);
  const here = useNames(path);
  const names = useMemo(() => linkedNames(there, here, t('designer.default.here')), [there, here, t]);
  const fields = there.map((field) => ({ value: field.key, label: local(field.title, field.key) }));
  const put = (patch: Partial<Linkage>) => set(path, { default: { linkage: { ...linkage, ...patch } } });
  return (
    <>
      <One
        label={t('designer.default.form')}
        value={linkage.form || undefined}
        options={forms}
        onChange={(form) => put({ form: form ?? '', field: '' })}
      />
      <Line label={t('designer.default.where')} hint={t('designer.default.whereHint')}>
        <FeelInput
          label={t('designer.default.where')}
          value={linkage.where}
          names={names}
          tenant={studio.place.tenant}
          wants="boolean"
          findings={findings}
          onChange={(where) => put({ where })}
        />
      </Line>
      <One
        label={t('designer.default.field')}
        value={linkage.field || undefined}
        options={fields}
        onChange={(field) => put({ field: field ?? '' })}
      />
    </>
  );
}
