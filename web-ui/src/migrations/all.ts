import { call, type Migration } from '../api';

export type Unfit = Migration['unfit'][number];

/** What was found on all pages so far. */
export interface Moved {
  to: number;
  fits: number;
  unfit: Unfit[];
}

export interface Terms {
  from: number | null;
  to: number | null;
}

/** Page by page, as the server takes them; what is known so far is told after each. A dry run changes nothing. */
export async function all(address: string, terms: Terms, dryRun: boolean, tell: (so: Moved) => void): Promise<Moved> {
  let so: Moved = { to: terms.to ?? 0, fits: 0, unfit: [] };
  let after: string | null = null;
  do {
    const page: Migration = await call<Migration>(`${address}/migrations${dryRun ? '?dryRun=true' : ''}`, {
      method: 'POST',
      body: { ...terms, after },
    });
    so = { to: page.to, fits: so.fits + page.fits, unfit: joined(so.unfit, page.unfit) };
    tell(so);
    after = page.next;
  } while (after !== null);
  return so;
}

/** The same reason at the same step of the same version is one line. */
export function joined(before: Unfit[], more: Unfit[]): Unfit[] {
  const lines = new Map<string, Unfit>();
  for (const one of [...before, ...more]) {
    const key = `${one.version} ${one.code} ${one.node}`;
    lines.set(key, { ...one, count: one.count + (lines.get(key)?.count ?? 0) });
  }
  return [...lines.values()];
}
