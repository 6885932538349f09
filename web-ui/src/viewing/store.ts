import { useSyncExternalStore } from 'react';
import { call, lookAs, path } from '../api';
import type { components } from '../api/generated/schema';

export type Simulation = components['schemas']['Simulation'] & { tenant: string };

/** With whose eyes somebody wants to look. */
export type Who = { member: string } | { role: string };

let current: Simulation | undefined;
const listeners = new Set<() => void>();

function set(next: Simulation | undefined): void {
  current = next;
  lookAs(next?.id);
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** As whom this page looks; undefined: as oneself. */
export const useSimulation = (): Simulation | undefined => useSyncExternalStore(subscribe, () => current);

export async function begin(tenant: string, who: Who): Promise<void> {
  const begun = await call<components['schemas']['Simulation']>(path`/tenants/${tenant}/simulations`, {
    method: 'POST',
    body: who,
    asOneself: true,
  });
  set({ ...begun, tenant });
}

/** The page looks as oneself from here on, whether the server hears of it or not: there it is over by itself. */
export async function end(): Promise<void> {
  const over = current;
  set(undefined);
  if (!over) return;
  await call(path`/tenants/${over.tenant}/simulations/${over.id}`, { method: 'DELETE', asOneself: true }).catch(
    () => undefined,
  );
}
