import { InputNumber } from 'antd';
import { useDepartments, useGet, useMembers, path, type Page } from '../../api';
import { local } from '../../i18n';
import { useFlow } from '../context';
import type { Rule } from '../model/document';
import { useWords } from '../useWords';
import { ExpressionInput } from './ExpressionInput';
import { Choice, Labelled, Many } from './parts';

type Kind = 'headOf' | 'roles' | 'members' | 'departments' | 'field' | 'initiator' | 'previous' | 'expression';
const KINDS: Kind[] = ['headOf', 'roles', 'members', 'departments', 'field', 'initiator', 'previous', 'expression'];

const kindOf = (rule: Rule): Kind => KINDS.find((kind) => rule[kind] !== undefined) ?? 'roles';

const started: Record<Kind, Rule> = {
  headOf: { headOf: 'initiator' },
  roles: { roles: [] },
  members: { members: [] },
  departments: { departments: [] },
  field: { field: '' },
  initiator: { initiator: true },
  previous: { previous: true },
  expression: { expression: '' },
};

/** One way to find people. */
export function RuleEditor({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const { t } = useWords();
  const kind = kindOf(rule);
  return (
    <>
      <Choice<Kind>
        label={t('flowDesign.who.rule')}
        value={kind}
        onChange={(next) => onChange(next === kind ? rule : started[next])}
        options={KINDS.map((each) => ({ value: each, label: t(`flowDesign.who.kind.${each}`) }))}
      />
      <Details kind={kind} rule={rule} onChange={onChange} />
    </>
  );
}

function Details({ kind, rule, onChange }: { kind: Kind; rule: Rule; onChange: (rule: Rule) => void }) {
  const { t, role } = useWords();
  const { place, fields } = useFlow();
  const members = useMembers(place.tenant, kind === 'members');
  const departments = useDepartments(place.tenant, kind === 'departments');
  const roles = useGet<Page<{ key: string }>>(
    kind === 'roles' ? path`/tenants/${place.tenant}/roles` + '?limit=200' : null,
  );
  const fieldsOf = (types: string[]) =>
    fields
      .filter((field) => types.includes(field.type))
      .map((field) => ({ value: field.key, label: local(field.title, field.key) }));
  switch (kind) {
    case 'members':
      return (
        <Many
          label={t('flowDesign.who.kind.members')}
          value={rule.members ?? []}
          onChange={(chosen) => onChange({ members: chosen })}
          options={(members.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
      );
    case 'roles':
      return (
        <Many
          label={t('flowDesign.who.kind.roles')}
          value={rule.roles ?? []}
          onChange={(chosen) => onChange({ roles: chosen })}
          options={(roles.data?.items ?? []).map(({ key }) => ({ value: key, label: role(key) }))}
        />
      );
    case 'departments':
      return (
        <Many
          label={t('flowDesign.who.kind.departments')}
          value={rule.departments ?? []}
          onChange={(chosen) => onChange({ departments: chosen })}
          options={(departments.data?.items ?? []).map((each) => ({ value: each.id, label: each.name }))}
        />
      );
    case 'headOf':
      return (
        <>
          <Choice
            label={t('flowDesign.who.headOf')}
            value={rule.headOf ?? 'initiator'}
            onChange={(headOf) => onChange({ ...rule, headOf })}
            options={[
              { value: 'initiator', label: t('flowDesign.who.ofInitiator') },
              ...fieldsOf(['department', 'departments']),
            ]}
          />
          <Labelled label={t('flowDesign.who.levels')} hint={t('flowDesign.who.levelsHint')}>
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={20}
                precision={0}
                value={rule.levels ?? 1}
                onChange={(levels) =>
                  onChange(levels && levels > 1 ? { ...rule, levels } : { headOf: rule.headOf ?? 'initiator' })
                }
              />
            )}
          </Labelled>
        </>
      );
    case 'field':
      return (
        <Choice
          label={t('flowDesign.who.memberField')}
          value={rule.field ?? ''}
          onChange={(field) => onChange({ field })}
          options={fieldsOf(['member', 'members'])}
        />
      );
    case 'expression':
      return (
        <ExpressionInput
          label={t('flowDesign.who.kind.expression')}
          name="expression"
          hint={t('flowDesign.who.expressionHint')}
          value={rule.expression ?? ''}
          onChange={(expression) => onChange({ expression })}
        />
      );
    default:
      return <p className="jm-hint">{t(`flowDesign.who.about.${kind}`)}</p>;
  }
}
