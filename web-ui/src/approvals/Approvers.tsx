import { useMembers } from '../api';
import { useText, i18n } from '../i18n';

const FEW = 3;

/** Who may decide, in words: roles of the platform by their names, others by who has them. */
export function Approvers({ tenant, roles, besides }: { tenant: string; roles: string[]; besides?: string }) {
  const t = useText();
  const members = useMembers(tenant);
  const text = roles
    .map((role) => {
      const people = (members.data?.items ?? [])
        .filter((member) => member.enabled && (member.roles ?? []).includes(role) && member.id !== besides)
        .map((member) => member.name);
      const names = people.slice(0, FEW).join(t('approvals.comma')) + (people.length > FEW ? '…' : '');
      const title = `approvals.role.${role}`;
      const word = i18n.exists(title) ? i18n.t(title) : role;
      return names ? t('approvals.roleOf', { role: word, names }) : word;
    })
    .join(t('approvals.or'));
  return <>{text}</>;
}
