import { Blob as NodeBlob } from 'node:buffer';
import { beforeAll, describe, expect, it } from 'vitest';
import vectors from '../../../test/merkle.json';
import { GrowingTree, leafHash } from '../merkle';
import { concat, fromHex, hex, sha256, text } from './bytes';
import { canonical } from './canonical';
import { verifyFile } from './verifyFile';

const ORIGIN = 'jianmi.io/audit/demo';
let pair: CryptoKeyPair;
let verifierKey = '';
let id = '';

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

beforeAll(async () => {
  pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
  const typed = concat(Uint8Array.of(1), new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  id = (await sha256(text(`${ORIGIN}\n`), typed)).slice(0, 8);
  verifierKey = `${ORIGIN}+${id}+${base64(typed)}`;
});

async function note(size: number, root: string): Promise<string> {
  const body = `${ORIGIN}\n${size}\n${base64(fromHex(root))}\n`;
  const signature = new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, pair.privateKey, text(body)));
  return `${body}\n— ${ORIGIN} ${base64(concat(fromHex(id), signature))}\n`;
}

async function entry(leaf: number, more: object = {}) {
  const written = canonical({ seq: leaf, log: ORIGIN, act: 'record.read', ...more });
  return { leaf, leafHash: await leafHash(written), canonical: written };
}

/** A log of seven entries with two signed heads, as the server writes it. */
async function log(): Promise<string[]> {
  const tree = new GrowingTree();
  const lines: object[] = [{ format: 'jianmi.io/audit-export/1', size: 7, verifierKey }];
  for (let leaf = 0; leaf < 7; leaf += 1) {
    const salt = '07'.repeat(32);
    const payload = { reason: '核对', fields: ['b', 'a'] };
    const pc = base64(fromHex(await sha256(Uint8Array.of(2), fromHex(salt), text(canonical(payload)))))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    const line = await entry(leaf, leaf === 3 ? { pc } : {});
    await tree.append(line.leafHash);
    lines.push(leaf === 3 ? { ...line, salt, payload } : line);
    if (leaf === 4 || leaf === 6) lines.push({ note: await note(leaf + 1, await tree.root()) });
  }
  return lines.map((line) => JSON.stringify(line));
}

/** A file; the one of jsdom cannot be read. */
const blob = (content: string) => new NodeBlob([content]) as unknown as Blob;
const check = (content: string, trusted?: string) => verifyFile(blob(content), trusted);
const lines = async (change: (lines: string[]) => void) => {
  const all = await log();
  change(all);
  return check(`${all.join('\n')}\n`);
};

describe('a growing tree', () => {
  it('has the published root at every size', async () => {
    const tree = new GrowingTree();
    for (let size = 0; size < vectors.roots_by_size.length; size += 1) {
      expect(await tree.root()).toBe(vectors.roots_by_size[size]);
      await tree.append(vectors.leaf_hashes[size] ?? '');
    }
  });
});

describe('a whole log', () => {
  it('is sound as the server gives it', async () => {
    const done: number[] = [];
    const result = await verifyFile(blob(`${(await log()).join('\n')}\n`), verifierKey, (part) => done.push(part));
    expect(result).toMatchObject({ state: 'ok', verdict: { kind: 'export', entries: 7, key: verifierKey } });
    expect(done.at(-1)).toBe(1);
  });

  it('is not when anything in it is another', async () => {
    const bad = (why: string, entry?: number) => ({ state: 'bad', why, entry });
    expect(await lines((all) => all.splice(3, 1))).toEqual(bad('number', 2));
    expect(await lines((all) => (all[3] = all[3]?.replace('record.read', 'record.list') ?? ''))).toEqual(
      bad('text', 2),
    );
    expect(await lines((all) => (all[4] = all[4]?.replace('核对', '好奇') ?? ''))).toEqual(bad('payload', 3));
    expect(await lines((all) => all.pop())).toEqual(bad('uncovered', 5));
    expect(await lines((all) => all.splice(-2))).toEqual(bad('missing', 6));
    const other = JSON.stringify(await entry(2, { act: 'record.list' }));
    expect(await lines((all) => (all[3] = other))).toEqual(bad('signed', 0));
    expect(await lines((all) => (all[6] = all[6]?.replace(/[^=](=*\\n"})$/, '_$1') ?? ''))).toEqual(bad('head', 5));
    expect(await lines((all) => (all[1] = '{'))).toEqual(bad('unreadable', 0));
  });

  it('must be signed by the key that is trusted', async () => {
    const another = verifierKey.replace(/.{4}$/, 'AAA=');
    expect(await check((await log()).join('\n'), another)).toMatchObject({ state: 'bad', why: 'otherKey' });
  });
});

/** An approval certificate of one act with a comment, under a tree of the act and of its being issued. */
async function certificate(change: (document: Record<string, unknown>) => void = () => undefined) {
  const salt = '09'.repeat(32);
  const digests = [await sha256(Uint8Array.of(3), text(canonical([salt, 'comment', '同意'])))];
  const statement = await sha256(text(canonical(digests)));
  const told = {
    format: 'jianmi.io/approval-certificate/1',
    instance: { id: 'i1' },
    record: { id: 'r1', form: 'customer' },
    workflow: { policy: 'credit@1' },
    acts: [
      {
        leaf: 0,
        at: '2026-01-01T00:00:00Z',
        entry: 'task.approve',
        actor: { id: 'm1', name: '李雷' },
        node: 'finance',
        comment: '同意',
        commentSalt: salt,
        digests,
      },
    ],
  };
  const context = { instance: 'i1', record: 'r1', policy: 'credit@1', node: 'finance', statement };
  const act = await entry(0, {
    ts: '2026-01-01T00:00:00Z',
    actor: 'm1',
    act: 'task.approve',
    out: 'allow',
    ctx: context,
  });
  const issued = await entry(1, {
    act: 'workflow.certificate',
    out: 'allow',
    ctx: { digest: await sha256(text(canonical(told))) },
  });
  const tree = new GrowingTree();
  await tree.append(act.leafHash);
  await tree.append(issued.leafHash);
  const evidence = {
    format: 'jianmi.io/audit-evidence/1',
    verifierKey,
    note: await note(2, await tree.root()),
    entries: [
      { ...act, proof: [issued.leafHash] },
      { ...issued, proof: [act.leafHash] },
    ],
  };
  const document = structuredClone({ ...told, evidence }) as Record<string, unknown>;
  change(document);
  return check(JSON.stringify(document));
}

describe('an approval certificate', () => {
  it('is sound as it was issued, whatever the order of its members', async () => {
    expect(await certificate()).toMatchObject({ state: 'ok', verdict: { kind: 'certificate', entries: 2, size: 2 } });
    expect(
      await certificate((document) => {
        const record = document['record'];
        delete document['record'];
        document['record'] = record;
      }),
    ).toMatchObject({ state: 'ok' });
  });

  it('is not when anything in it is another', async () => {
    const act = (document: Record<string, unknown>) => (document['acts'] as Record<string, unknown>[])[0] ?? {};
    expect(await certificate((document) => (act(document)['comment'] = '不同意'))).toMatchObject({ why: 'changed' });
    expect(await certificate((document) => (document['title'] = 'x'))).toMatchObject({ why: 'changed' });
    const evidence = (document: Record<string, unknown>) => document['evidence'] as Record<string, unknown>;
    expect(await certificate((document) => (evidence(document)['more'] = 1))).toMatchObject({ why: 'moreThanProofs' });
    expect(
      await certificate((document) => {
        const first = (evidence(document)['entries'] as Record<string, unknown>[])[0] ?? {};
        first['proof'] = [hex(new Uint8Array(32))];
      }),
    ).toMatchObject({ why: 'notInTree', entry: 0 });
  });
});

it('says of anything else that it is no such file', async () => {
  expect(await check('{"format":"x"}')).toMatchObject({ state: 'bad', why: 'format' });
  expect(await check('hello')).toMatchObject({ state: 'bad', why: 'unreadable' });
});
