import { createHash } from 'node:crypto';
import { me, members } from './data';

export interface Entry {
  leaf: number;
  canonical: string;
  at: string;
  actor: { id: string; name: string };
  action: string;
  target: string;
  out: string;
  ctx: Record<string, unknown>;
  payload?: Record<string, unknown>;
  payloadState: string;
}

export const entries: Entry[] = [];

interface About {
  id: string;
  title?: string;
}

export function append(
  action: string,
  about: About | null,
  payload: Record<string, unknown> | null = null,
  who = me,
  at = new Date(),
): Entry {
  const target = about ? `crm/customer/${about.id}` : 'session';
  const leaf = entries.length;
  const canonical = JSON.stringify({
    act: action,
    actor: who.id,
    at: at.toISOString(),
    log: 'demo',
    obj: target,
    out: 'allow',
    seq: leaf,
    v: 1,
  });
  const entry: Entry = {
    leaf,
    canonical,
    at: at.toISOString(),
    actor: who,
    action,
    target,
    out: 'allow',
    ctx: payload?.['purpose'] ? { purpose: payload['purpose'] } : {},
    ...(payload ? { payload } : {}),
    payloadState: payload ? 'kept' : 'none',
  };
  entries.push(entry);
  return entry;
}

const ACTIONS = [
  'record.create',
  'record.update',
  'record.reveal',
  'record.read',
  'task.approve',
  'record.search',
  'identity.sign-in',
  'record.export',
];
for (let n = 0; n < 137; n += 1) {
  const action = ACTIONS[(n * 5) % ACTIONS.length] ?? 'record.read';
  append(
    action,
    action.startsWith('record')
      ? { id: `0190a000-0000-7000-8000-${String((n % 9) + 1).padStart(12, '0')}`, title: '客户 KH-202611-00047' }
      : null,
    action === 'record.reveal' ? { purpose: 'contract', reason: '核对合同签署人' } : null,
    members[n % members.length],
    new Date(Date.now() - (137 - n) * 5_400_000),
  );
}

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (n: number) => sha(Buffer.from([0]), Buffer.from(entries[n]?.canonical ?? ''));
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));

function root(from: number, to: number): Buffer {
  if (to - from === 0) return sha();
  if (to - from === 1) return leafOf(from);
  const k = split(to - from);
  return sha(Buffer.from([1]), root(from, from + k), root(from + k, to));
}
function inclusion(leaf: number, from: number, to: number): Buffer[] {
  if (to - from <= 1) return [];
  const k = split(to - from);
  return leaf < from + k
    ? [...inclusion(leaf, from, from + k), root(from + k, to)]
    : [...inclusion(leaf, from + k, to), root(from, from + k)];
}
function consistency(m: number, from: number, to: number, whole: boolean): Buffer[] {
  if (m === to - from) return whole ? [] : [root(from, to)];
  const k = split(to - from);
  return m <= k
    ? [...consistency(m, from, from + k, whole), root(from + k, to)]
    : [...consistency(m - k, from + k, to, false), root(from, from + k)];
}
const hex = (hashes: Buffer[]) => hashes.map((hash) => hash.toString('hex'));

export const head = () => ({
  size: entries.length,
  root: root(0, entries.length).toString('hex'),
  at: new Date().toISOString(),
  note: '',
});
export const inclusionProof = (leaf: number, size: number) => ({
  leaf,
  size,
  leafHash: leafOf(leaf).toString('hex'),
  proof: hex(inclusion(leaf, 0, size)),
});
export const consistencyProof = (from: number, to: number) => ({
  from,
  to,
  proof: from === to ? [] : hex(consistency(from, 0, to, true)),
});
