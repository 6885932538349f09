import { Checkbox, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useDepartments, useMembers, type Finding } from '../../api';
import { useText } from '../../i18n';
import { FeelInput, type FeelName, type PermissionGroup } from '../../studio';
import { useRoles, useRoleTitle } from '../../viewing';
import type { Edit } from './GroupEditor';

interface Props {
  tenant: string;
  group: PermissionGroup;
  /** What is wrong with its expression. */
  findings: Finding[];
  onEdit: Edit;
}

type Lists = 'roles' | 'departments' | 'members';

/** Who belongs to the group: whoever fits any of these. */
export function Members({ tenant, group, findings, onEdit }: Props) {
  const t = useText();
  const id = useId();
  const role = useRoleTitle();
  const who = group.members;
  const roles = useRoles(tenant).data?.items ?? [];
  const departments = useDepartments(tenant).data?.items ?? [];
  const members = useMembers(tenant).data?.items ?? [];
  const put = (part: Partial<PermissionGroup['members']>, merge?: string) => {
    const next = Object.entries({ ...who, ...part }).filter(
      ([, value]) =>
        value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
    );
    onEdit({ members: Object.fromEntries(next) }, merge);
  };
  const pick = (name: Lists, label: string, options: { value: string; label: string }[]) => (
    <Labelled id={`${id}-${name}`} label={label}>
      <Select
        id={`${id}-${name}`}
        mode="multiple"
        optionFilterProp="label"
        value={who[name] ?? []}
        onChange={(chosen: string[]) => put({ [name]: chosen })}
        options={options}
      />
    </Labelled>
  );
  return (
    <section aria-label={t('permissions.who')}>
      <h3>{t('permissions.who')}</h3>
      <Checkbox checked={who.everyone ?? false} onChange={({ target }) => put({ everyone: target.checked })}>
        {t('permissions.everyone')}
      </Checkbox>
      {pick(
        'roles',
        t('permissions.roles'),
        roles.map(({ key }) => ({ value: key, label: role(key) })),
      )}
      {pick(
        'departments',
        t('permissions.departments'),
        departments.map((each) => ({ value: each.id, label: each.name })),
      )}
      {pick(
        'members',
        t('permissions.members'),
        members.map((each) => ({ value: each.id, label: each.name })),
      )}
      <Written label={t('permissions.expression')} hint={t('permissions.expressionHint')}>
        <FeelInput
          label={t('permissions.expression')}
          value={who.expression ?? ''}
          names={NONE}
          tenant={tenant}
          wants="boolean"
          findings={findings}
          onChange={(expression) => put({ expression }, 'expression')}
        />
      </Written>
    </section>
  );
}

/** It knows user alone. */
const NONE: FeelName[] = [];

/** An editor below its label, which it has for those who hear it. */
export function Written({ label, hint, children }: Omit<LabelledProps, 'id'>) {
  return (
    <div className="jm-labelled">
      <span>{label}</span>
      {children}
      {hint ? <p className="jm-hint">{hint}</p> : null}
    </div>
  );
}

interface LabelledProps {
  id: string;
  label: string;
  hint?: string;
  children: ReactNode;
}

/** A control below its label. */
export function Labelled({ id, label, hint, children }: LabelledProps) {
  return (
    <div className="jm-labelled">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint ? <p className="jm-hint">{hint}</p> : null}
    </div>
  );
}
