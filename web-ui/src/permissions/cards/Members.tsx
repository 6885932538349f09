import { Checkbox, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useDepartments, useMembers } from '../../api';
import { useText } from '../../i18n';
import type { PermissionGroup } from '../../studio';
import { useRoles, useRoleTitle } from '../../viewing';
import type { Edit } from './GroupEditor';

interface Props {
  tenant: string;
  group: PermissionGroup;
  onEdit: Edit;
}

type Lists = 'roles' | 'departments' | 'members';

/** Who belongs to the group: whoever fits any of these. */
export function Members({ tenant, group, onEdit }: Props) {
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
      <Labelled id={`${id}-expression`} label={t('permissions.expression')} hint={t('permissions.expressionHint')}>
        <Input
          id={`${id}-expression`}
          className="jm-mono"
          value={who.expression ?? ''}
          onChange={({ target }) => put({ expression: target.value }, 'expression')}
        />
      </Labelled>
    </section>
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
