import { useDepartments, useMembers } from '../api';
import { local, useText, type LocalText } from '../i18n';
import type { PermissionGroup } from '../studio';
import { useRoleTitle } from '../viewing';

/** What a group is called; one without a title by its key. */
export const groupTitle = (group: { key: string; title?: LocalText }) => local(group.title, group.key);

export function useAccessWord(): (access: string) => string {
  const t = useText();
  return (access) => t(`permissions.access.${access}`);
}

/** Names of those who belong to a group, a few words each. */
export function useMembership(tenant: string): (group: PermissionGroup) => string[] {
  const t = useText();
  const role = useRoleTitle();
  const members = useMembers(tenant).data?.items ?? [];
  const departments = useDepartments(tenant).data?.items ?? [];
  return ({ members: who }) => [
    ...(who.everyone ? [t('permissions.everyone')] : []),
    ...(who.roles ?? []).map((key) => t('permissions.withRole', { role: role(key) })),
    ...(who.departments ?? []).map((id) => departments.find((each) => each.id === id)?.name ?? id),
    ...(who.members ?? []).map((id) => members.find((each) => each.id === id)?.name ?? id),
    ...(who.expression ? [t('permissions.byExpression')] : []),
  ];
}
