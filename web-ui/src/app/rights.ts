import { holdsRole, type Me } from '../api';

/** Who is offered the audit log; the server decides on every read. */
export function mayAudit(me: Me, tenant: string): boolean {
  return holdsRole(me, tenant, 'admin', 'auditor');
}

/** Who is offered the privacy desk, each the pages that are his by right. */
export function mayOversee(me: Me, tenant: string): boolean {
  return holdsRole(me, tenant, 'admin', 'auditor', 'dpo');
}

/** Who is offered what designers do. */
export function mayDesign(me: Me, tenant: string): boolean {
  return holdsRole(me, tenant, 'admin', 'designer');
}

/** Who is offered what only administrators do. */
export function mayAdminister(me: Me, tenant: string): boolean {
  return holdsRole(me, tenant, 'admin');
}
