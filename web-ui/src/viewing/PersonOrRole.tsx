import { Select } from 'antd';
import { useMembers } from '../api';
import { useText } from '../i18n';
import { useRoles, useRoleTitle } from './people';
import type { Who } from './store';

interface Props {
  id: string;
  tenant: string;
  value: Who | null;
  onChange: (who: Who | null) => void;
}

/** One member as he stands, or anybody of a role. */
export function PersonOrRole({ id, tenant, value, onChange }: Props) {
  const t = useText();
  const role = useRoleTitle();
  const members = useMembers(tenant).data?.items ?? [];
  const roles = useRoles(tenant).data?.items ?? [];
  const word = value === null ? null : 'member' in value ? `member ${value.member}` : `role ${value.role}`;
  return (
    <Select
      id={id}
      showSearch
      allowClear
      style={{ width: '100%' }}
      optionFilterProp="label"
      placeholder={t('viewing.choose')}
      value={word}
      onChange={(next: string | null | undefined) => {
        const [kind, key = ''] = (next ?? '').split(' ');
        onChange(kind === 'member' ? { member: key } : kind === 'role' ? { role: key } : null);
      }}
      options={[
        {
          label: t('viewing.members'),
          options: members
            .filter(({ enabled }) => enabled !== false)
            .map(({ id: member, name }) => ({ value: `member ${member}`, label: name })),
        },
        {
          label: t('viewing.roles'),
          options: roles.map(({ key }) => ({ value: `role ${key}`, label: role(key) })),
        },
      ]}
    />
  );
}
