import { path, useGet, type InventoryForm, type Page } from '../api';

/** What is held about people, as the published definitions say; changes with a publication only. */
export function useInventory(tenant: string) {
  return useGet<Page<InventoryForm>>(path`/tenants/${tenant}/privacy/inventory`, { staleTime: 60_000 });
}
