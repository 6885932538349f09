import type { Me } from '../api';

function rolesIn(me: Me, tenant: string): string[] {
  return me.tenants.find((each) => each.key === tenant)?.roles ?? [];
}

/** Who is offered the audit log; the server decides on every read. */
export function mayAudit(me: Me, tenant: string): boolean {
  return rolesIn(me, tenant).some((role) => ['admin', 'auditor', 'dpo'].includes(role));
}

/** Who is offered what designers do. */
export function mayDesign(me: Me, tenant: string): boolean {
  return rolesIn(me, tenant).some((role) => ['admin', 'designer'].includes(role));
}

/** Who is offered what only administrators do. */
export function mayAdminister(me: Me, tenant: string): boolean {
  return rolesIn(me, tenant).includes('admin');
}
