import { rootFromInclusion } from '../merkle';
import { sha256, text } from './bytes';
import { canonical } from './canonical';
import { checkedLeaf, list, object, signer, Unsound, type Json } from './checks';
import { readNote } from './note';
import type { FileVerdict } from './verifyFile';

export const EVIDENCE = 'jianmi.io/audit-evidence/1';
export const CERTIFICATE = 'jianmi.io/approval-certificate/1';

interface Proven {
  /** What the log says, by leaf. */
  entries: Map<number, Json>;
  size: number;
  root: string;
  key: string;
}

/** Entries with inclusion proofs under one signed tree head. Nothing else may stand in the bundle. */
export async function verifyEvidence(bundle: Json, trusted: string | undefined): Promise<FileVerdict> {
  const { entries, size, root, key } = await proven(bundle, trusted);
  return { kind: 'evidence', entries: entries.size, size, root, key };
}

async function proven(bundle: Json, trusted: string | undefined): Promise<Proven> {
  if (bundle['format'] !== EVIDENCE) throw new Unsound('format');
  const key = await signer(bundle, trusted);
  const note = String(bundle['note']);
  const head = await readNote(note, key);
  if (!head) throw new Unsound('head');
  const entries = new Map<number, Json>();
  const lines: Json[] = [];
  for (const line of list(bundle['entries']).map(object)) {
    const leaf = Number(line['leaf']);
    const leafHash = await checkedLeaf(line, leaf, key.name);
    const proof = list(line['proof']).map(String);
    const root = proof.every((step) => /^[0-9a-f]{64}$/.test(step))
      ? await rootFromInclusion(leaf, head.size, leafHash, proof)
      : undefined;
    if (root !== head.root) throw new Unsound('notInTree', leaf);
    entries.set(leaf, object(JSON.parse(String(line['canonical']))));
    lines.push({ leaf, canonical: line['canonical'], leafHash, proof });
  }
  const again = { format: EVIDENCE, verifierKey: key.written, note, entries: lines };
  if (canonical(again) !== canonical(bundle)) throw new Unsound('moreThanProofs');
  return { entries, size: head.size, root: head.root, key: key.written };
}

/** An approval certificate: every statement in it is held against the entries that it proves. */
export async function verifyCertificate(document: Json, trusted: string | undefined): Promise<FileVerdict> {
  const { evidence, ...told } = document;
  const { entries, size, root, key } = await proven(object(evidence), trusted);
  const issued = [...entries].filter(([, entry]) => entry['act'] === 'workflow.certificate');
  const [leaf, entry] = issued[0] ?? [];
  if (issued.length !== 1 || !entry || leaf === undefined) throw new Unsound('changed');
  if (object(entry['ctx'])['digest'] !== (await digest(told)) || entry['out'] !== 'allow') throw new Unsound('changed');
  const named = new Set([leaf]);
  for (const act of list(document['acts']).map(object)) {
    const place = Number(act['leaf']);
    const logged = entries.get(place);
    if (!logged || !(await agrees(document, act, logged))) throw new Unsound('act', place);
    named.add(place);
  }
  if (named.size !== entries.size) throw new Unsound('moreThanProofs');
  return { kind: 'certificate', entries: entries.size, size, root, key };
}

const digest = (value: unknown): Promise<string> => sha256(text(canonical(value)));

const same = (said: unknown, logged: unknown) => canonical(said ?? null) === canonical(logged ?? null);

async function agrees(certificate: Json, act: Json, entry: Json): Promise<boolean> {
  const context = object(entry['ctx']);
  const record = object(certificate['record']);
  const pairs: [unknown, unknown][] = [
    [act['at'], entry['ts']],
    [object(act['actor'])['id'], entry['actor']],
    [object(act['for'])['id'], context['for']],
    [act['entry'], entry['act']],
    ['allow', entry['out']],
  ];
  if ('instance' in context)
    pairs.push(
      [object(certificate['instance'])['id'], context['instance']],
      [record['id'], context['record']],
      [object(certificate['workflow'])['policy'], context['policy']],
      [act['node'], context['node']],
    );
  else pairs.push([`record/${String(record['form'])}/${String(record['id'])}`, entry['obj']]);
  if ('to' in act)
    pairs.push([
      list(act['to'])
        .map((person) => object(person)['id'])
        .join(','),
      context['to'],
    ]);
  if ('recordVersion' in act) pairs.push([act['recordVersion'], context['version']]);
  return pairs.every(([said, logged]) => same(said, logged)) && (await statement(act, context));
}

/** What was seen and said: each part by its salted digest, all of them under the hash that the log has (`Statement`). */
async function statement(act: Json, context: Json): Promise<boolean> {
  const shown = ['seen', 'comment', 'files'].some((part) => part in act);
  if (!('digests' in act)) return !shown;
  const digests = list(act['digests']).map(String);
  const ordered = digests.every((one, at) => /^[0-9a-f]{64}$/.test(one) && (at === 0 || (digests[at - 1] ?? '') < one));
  if (!ordered || (await digest(digests)) !== context['statement']) return false;
  const parts: [unknown, string, unknown][] = list(act['seen'])
    .map(object)
    .map((seen) => [seen['salt'], `seen/${String(seen['field'])}`, part(seen)]);
  for (const name of ['comment', 'files']) if (name in act) parts.push([act[`${name}Salt`], name, act[name]]);
  for (const [salt, name, value] of parts)
    if (!digests.includes(await sha256(Uint8Array.of(3), text(canonical([String(salt), name, value]))))) return false;
  return true;
}

function part(seen: Json): Json {
  return Object.fromEntries(
    ['access', 'commitment', 'changed'].filter((name) => name in seen).map((name) => [name, seen[name]]),
  );
}
