import { path, useGet, type Page } from '../../api';
import type { components } from '../../api/generated/schema';

type Shapes = components['schemas'];

export type Client = Shapes['ApiClient'];
export type Keyed = Shapes['KeyedApiClient'];
export type NewClient = Shapes['NewApiClient'];
export type Sight = Shapes['ApiClientSight'];
export type Ceiling = Client['ceiling'];

/** Lowest first. What is sensitive opens by a reveal alone, which no program can answer for. */
export const CEILINGS: Ceiling[] = ['public', 'internal', 'personal'];

/** Roles of the platform itself are no client's. */
export const OF_PEOPLE = ['admin', 'designer', 'auditor', 'dpo', 'member'];

const DAY = 24 * 60 * 60_000;
const SOON = 30;

export const clientsAddress = (tenant: string) => path`/tenants/${tenant}/api-clients`;

export const useClients = (tenant: string) =>
  useGet<Page<Client>>(`${clientsAddress(tenant)}?limit=200`, { staleTime: 0 });

/** Full days until a live client ends, when that is near; null otherwise. */
export function endsIn(client: Client, now: number): number | null {
  const days = Math.ceil((Date.parse(client.expiresAt) - now) / DAY);
  return client.status === 'live' && days <= SOON ? days : null;
}
