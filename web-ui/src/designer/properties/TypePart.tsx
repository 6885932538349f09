import { local, useText } from '../../i18n';
import type { Field } from '../../schema';
import type { Path } from '../document/containers';
import { typeName } from '../palette/catalog';
import { useDesigner } from '../useDesigner';
import { useFieldsOf, useFormsToName } from '../useOthers';
import { usePurposes } from '../usePurposes';
import { Many, One } from './Choose';
import { Bounds } from './Bounds';
import { Formula } from './Formula';
import { Flag, Part, Plain, Texts, Whole } from './parts';
import { RollUp } from './RollUp';

export type TypeProps = { path: Path; field: Field & Record<string, unknown> };

const COMPUTABLE = ['text', 'number', 'money', 'percent', 'date', 'switch', 'rating'];

/** What only this type has. */
export function TypePart({ path, field }: { path: Path; field: Field }) {
  const own = <Own path={path} field={field as TypeProps['field']} />;
  const computes = COMPUTABLE.includes(field.type) || field.type === 'formula';
  const shape = [
    'number',
    'money',
    'percent',
    'rating',
    'relation',
    'relations',
    'look-up',
    'roll-up',
    'subform',
    'file',
    'image',
    'serial',
    'formula',
    'consent',
  ];
  return (
    <>
      {shape.includes(field.type) ? <Part title={typeName(field.type)}>{own}</Part> : null}
      {computes ? <Formula path={path} field={field} /> : null}
    </>
  );
}

function Own({ path, field }: TypeProps) {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return <Digits path={path} field={field} />;
    case 'relation':
    case 'relations':
      return <Relation path={path} field={field} />;
    case 'look-up':
      return <LookUp path={path} field={field} />;
    case 'roll-up':
      return <RollUp path={path} field={field} />;
    case 'serial':
      return <Serial path={path} field={field} />;
    case 'consent':
      return <Consent path={path} field={field} />;
    default:
      return <Bounds path={path} field={field} />;
  }
}

function Digits({ path, field }: TypeProps) {
  const t = useText();
  const { set } = useDesigner();
  return (
    <>
      <Whole
        label={t('designer.scale')}
        value={field.scale}
        min={0}
        max={10}
        onChange={(scale) => set(path, { scale })}
      />
      {field.type === 'money' ? (
        <Plain
          label={t('designer.currency')}
          value={field.currency}
          mono
          onChange={(currency) => set(path, { currency: currency?.toUpperCase().slice(0, 3) })}
        />
      ) : null}
      {field.type === 'number' ? (
        <Texts label={t('designer.unit')} value={field.unit} onChange={(unit) => set(path, { unit })} />
      ) : null}
    </>
  );
}

function Relation({ path, field }: TypeProps) {
  const t = useText();
  const { set, studio } = useDesigner();
  const forms = useFormsToName(studio.place);
  const fields = useFieldsOf(studio.place, field.form);
  return (
    <>
      <One
        label={t('designer.relatedForm')}
        value={field.form}
        options={forms}
        onChange={(form) => set(path, { form, show: undefined })}
      />
      <Many label={t('designer.show')} value={field.show} options={fields} onChange={(show) => set(path, { show })} />
      {field.type === 'relation' ? (
        <Flag
          label={t('designer.samePerson')}
          value={field['subject'] === true}
          hint={t('designer.samePersonHint')}
          onChange={(subject) => set(path, { subject })}
        />
      ) : null}
    </>
  );
}

function LookUp({ path, field }: TypeProps) {
  const t = useText();
  const { set, studio, document } = useDesigner();
  const relations = document.fields.filter((entry): entry is Field => entry.type === 'relation');
  const through = relations.find((relation) => relation.key === field.through);
  const fields = useFieldsOf(studio.place, through?.form);
  return (
    <>
      <One
        label={t('designer.through')}
        value={field.through}
        hint={relations.length === 0 ? t('designer.noRelation') : undefined}
        options={relations.map(({ key, title }) => ({ value: key, label: local(title, key) }))}
        onChange={(next) => set(path, { through: next, field: undefined })}
      />
      <One
        label={t('designer.lookedUp')}
        value={field['field'] as string | undefined}
        options={fields}
        onChange={(next) => set(path, { field: next })}
      />
    </>
  );
}

function Serial({ path, field }: TypeProps) {
  const t = useText();
  const { set } = useDesigner();
  return (
    <>
      <Plain
        label={t('designer.pattern')}
        value={field['pattern'] as string | undefined}
        mono
        hint={t('designer.patternHint')}
        onChange={(pattern) => set(path, { pattern })}
      />
      <One
        label={t('designer.reset')}
        value={(field['reset'] as string | undefined) ?? 'never'}
        options={['never', 'year', 'month', 'day'].map((value) => ({ value, label: t(`designer.resets.${value}`) }))}
        onChange={(reset) => set(path, { reset: reset === 'never' ? undefined : reset })}
      />
      <Flag
        label={t('designer.gapFree')}
        value={field['gapFree'] === true}
        hint={t('designer.gapFreeHint')}
        onChange={(gapFree) => set(path, { gapFree })}
      />
    </>
  );
}

function Consent({ path, field }: TypeProps) {
  const t = useText();
  const { set, studio } = useDesigner();
  const purposes = usePurposes(studio.place.tenant);
  return (
    <>
      <Plain
        label={t('designer.noticeVersion')}
        value={field.notice}
        hint={t('designer.noticeHint')}
        onChange={(notice) => set(path, { notice })}
      />
      <Many
        label={t('designer.consentPurposes')}
        value={field.purposes}
        options={purposes}
        onChange={(next) => set(path, { purposes: next })}
      />
    </>
  );
}
