import { path, useGet, type Page } from '../api';
import type { components } from '../api/generated/schema';
import { i18n, useText } from '../i18n';

export type Role = components['schemas']['Role'];

const LONG = 5 * 60_000;

export const useRoles = (tenant: string) =>
  useGet<Page<Role>>(path`/tenants/${tenant}/roles` + '?limit=200', { staleTime: LONG });

/** Role keys that the platform knows have words; those of a tenant stand for themselves. */
export function useRoleTitle(): (key: string) => string {
  const t = useText();
  return (key) => (i18n.exists(`viewing.role.${key}`) ? t(`viewing.role.${key}`) : key);
}
