import { call, path, type AuditEntry, type ConsistencyProof, type InclusionProof, type TreeHead } from '../api';
import { isConsistent, leafHash, rootFromInclusion } from './merkle';

/** What was found, as a code that has words; `ok` is shown with a tick, everything else with a cross. */
export type Verdict =
  | { state: 'ok'; size: number }
  | { state: 'waiting' }
  | { state: 'first'; size: number }
  | { state: 'failed'; why: 'leafDiffers' | 'rootDiffers' | 'historyRewritten' | 'logShrank' | 'shownDiffers' };

/** Recomputes the entry's hash from its exact text and climbs to the root of the present head. */
export async function verifyEntry(tenant: string, entry: AuditEntry, head: TreeHead): Promise<Verdict> {
  if (entry.leaf >= head.size) return { state: 'waiting' };
  const address = path`/tenants/${tenant}/audit/proof/inclusion` + `?leaf=${entry.leaf}&size=${head.size}`;
  const proof = await call<InclusionProof>(address);
  const hash = await leafHash(entry.canonical);
  if (proof.leafHash !== hash) return { state: 'failed', why: 'leafDiffers' };
  const root = await rootFromInclusion(entry.leaf, head.size, hash, proof.proof);
  if (root !== head.root) return { state: 'failed', why: 'rootDiffers' };
  if (!sealedActionIsShown(entry)) return { state: 'failed', why: 'shownDiffers' };
  return { state: 'ok', size: head.size };
}

/** What the page says happened must be what the sealed text says. */
function sealedActionIsShown(entry: AuditEntry): boolean {
  if (!entry.action) return true;
  try {
    const sealed = JSON.parse(entry.canonical) as { act?: string };
    return sealed.act === undefined || sealed.act === entry.action;
  } catch {
    return false;
  }
}

interface SeenHead {
  size: number;
  root: string;
}

const keyOf = (tenant: string) => `jianmi.audit.head.${tenant}`;

/**
 * Compares the log with the last head that this browser has seen (hashes only are kept): a server that rewrites its
 * history shows itself here. The new head is remembered only when it extends the old one.
 */
export async function verifyHistory(tenant: string, head: TreeHead): Promise<Verdict> {
  const seen = seenHead(tenant);
  if (!seen) {
    remember(tenant, head);
    return { state: 'first', size: head.size };
  }
  if (head.size < seen.size) return { state: 'failed', why: 'logShrank' };
  if (head.size > seen.size && seen.size > 0) {
    const address = path`/tenants/${tenant}/audit/proof/consistency` + `?from=${seen.size}&to=${head.size}`;
    const proof = await call<ConsistencyProof>(address);
    if (!(await isConsistent(seen.size, head.size, seen.root, head.root, proof.proof))) {
      return { state: 'failed', why: 'historyRewritten' };
    }
  } else if (head.size === seen.size && head.root !== seen.root) {
    return { state: 'failed', why: 'historyRewritten' };
  }
  remember(tenant, head);
  return { state: 'ok', size: seen.size };
}

function seenHead(tenant: string): SeenHead | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(keyOf(tenant)) ?? 'null') as SeenHead | null;
    return value && Number.isInteger(value.size) && /^[0-9a-f]{64}$/.test(value.root) ? value : undefined;
  } catch {
    return undefined;
  }
}

function remember(tenant: string, { size, root }: TreeHead): void {
  localStorage.setItem(keyOf(tenant), JSON.stringify({ size, root }));
}
