import { path, useGet, usePurposeTitle, type Page, type Purpose } from '../api';

/** The tenant's purposes of processing, to choose from. */
export function usePurposes(tenant: string): { value: string; label: string }[] {
  const title = usePurposeTitle(tenant);
  const own = useGet<Page<Purpose>>(path`/tenants/${tenant}/purposes`, { staleTime: 5 * 60_000 }).data?.items ?? [];
  return own.map(({ key }) => ({ value: key, label: title(key) }));
}
