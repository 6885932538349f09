import { useMembers } from '../api';
import { useText } from '../i18n';
import { useRoleTitle } from '../viewing';

const FEW = 3;

/** Who may decide, in words: roles by their titles, with some of those who have them. */
export function Approvers({ tenant, roles, besides }: { tenant: string; roles: string[]; besides?: string }) {
  const t = useText();
  const title = useRoleTitle();
  const members = useMembers(tenant);
  const text = roles
    .map((role) => {
      const people = (members.data?.items ?? [])
        .filter((member) => member.enabled && (member.roles ?? []).includes(role) && member.id !== besides)
        .map((member) => member.name);
      const names = people.slice(0, FEW).join(t('approvals.comma')) + (people.length > FEW ? '…' : '');
      const word = title(role);
      return names ? t('approvals.roleOf', { role: word, names }) : word;
    })
    .join(t('approvals.or'));
  return <>{text}</>;
}
