import { path, useGet, type Page } from '../../api';
import type { components } from '../../api/generated/schema';

type Shapes = components['schemas'];

export type Member = Shapes['Member'];
export type Department = Shapes['Department'];
export type Organisation = Shapes['Organisation'];
export type RoleGroup = Shapes['RoleGroup'];

export interface MembersWanted {
  search?: string;
  department?: string | null;
  role?: string;
  after?: string | null;
}

export const PAGE = 50;

/** One page of the members that are asked for. */
export function membersAddress(tenant: string, wanted: MembersWanted): string {
  const query = new URLSearchParams({ limit: String(PAGE) });
  for (const [key, value] of Object.entries(wanted)) if (value) query.set(key, value as string);
  return `${path`/tenants/${tenant}/members`}?${query.toString()}`;
}

export const organisationAddress = (tenant: string) => path`/tenants/${tenant}/organisation`;

export const useOrganisation = (tenant: string) =>
  useGet<Organisation>(organisationAddress(tenant), { staleTime: 0, refetchInterval: 60_000 });

export const useTree = (tenant: string) =>
  useGet<Page<Department>>(path`/tenants/${tenant}/departments` + '?limit=200', { staleTime: 60_000 });

/** A department with those directly below it. */
export interface Branch {
  department: Department;
  below: Branch[];
}

/** The forest of departments, each level by name; one whose parent is unknown stands at the top. */
export function forest(departments: readonly Department[]): Branch[] {
  const known = new Set(departments.map(({ id }) => id));
  const under = (parent: string | null): Branch[] =>
    departments
      .filter(({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null) === parent)
      .map((department) => ({ department, below: under(department.id) }));
  return under(null);
}
