import type { Me } from './types';

/** Whether somebody has one of these roles in a tenant; the server decides on every call. */
export function holdsRole(me: Me | undefined, tenant: string, ...roles: string[]): boolean {
  const held = me?.tenants.find((each) => each.key === tenant)?.roles ?? [];
  return roles.some((role) => held.includes(role));
}
