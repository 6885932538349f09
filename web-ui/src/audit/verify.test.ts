// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry, TreeHead } from '../api';
import { serve } from '../testing/server';
import vectors from '../../test/merkle.json';
import { leafHash } from './merkle';
import { verifyEntry, verifyHistory } from './verify';

const root = (size: number) => vectors.roots_by_size[size] ?? '';
const head = (size: number): TreeHead => ({ size, root: root(size), at: '2026-01-01T00:00:00Z', note: '' });
const entry = (canonical: string, action = 'record.read'): AuditEntry => ({
  leaf: 0,
  id: 'e1',
  leafHash: '',
  payloadState: 'none',
  canonical,
  at: '2026-01-01T00:00:00Z',
  actor: { id: 'm1', name: '李雷', kind: 'member' },
  action,
  target: 'crm/customer/x',
  out: 'allow',
  ctx: {},
});
const INCLUSION = 'GET /tenants/demo/audit/proof/inclusion';
const CONSISTENCY = 'GET /tenants/demo/audit/proof/consistency';
const proofFor = (first: number, second: number) =>
  vectors.consistency.find((each) => each.first === first && each.second === second)?.proof ?? [];

beforeEach(() => localStorage.clear());

describe('an entry', () => {
  const sealed = '{"act":"record.read","seq":0}';
  const one = async (): Promise<TreeHead> => ({ ...head(1), root: await leafHash(sealed) });

  it('is verified from its own text up to the signed root', async () => {
    serve({ [INCLUSION]: { leaf: 0, size: 1, leafHash: await leafHash(sealed), proof: [] } });
    expect(await verifyEntry('demo', entry(sealed), await one())).toEqual({ state: 'ok', size: 1 });
  });

  it('fails when one byte of its text differs', async () => {
    serve({ [INCLUSION]: { leaf: 0, size: 1, leafHash: await leafHash(sealed), proof: [] } });
    const altered = sealed.replace('read', 'list');
    expect(await verifyEntry('demo', entry(altered), await one())).toEqual({ state: 'failed', why: 'leafDiffers' });
  });

  it('fails when a server answers a fitting hash outside the signed tree', async () => {
    const altered = sealed.replace('read', 'list');
    serve({ [INCLUSION]: { leaf: 0, size: 1, leafHash: await leafHash(altered), proof: [] } });
    expect(await verifyEntry('demo', entry(altered), await one())).toEqual({ state: 'failed', why: 'rootDiffers' });
  });

  it('fails when the page shows another action than the sealed one', async () => {
    serve({ [INCLUSION]: { leaf: 0, size: 1, leafHash: await leafHash(sealed), proof: [] } });
    expect(await verifyEntry('demo', entry(sealed, 'record.export'), await one())).toEqual({
      state: 'failed',
      why: 'shownDiffers',
    });
  });

  it('waits for the head that covers it', async () => {
    serve({});
    expect(await verifyEntry('demo', { ...entry(sealed), leaf: 7 }, head(7))).toEqual({ state: 'waiting' });
  });
});

describe('the history', () => {
  it('is remembered on the first visit, hashes only', async () => {
    serve({});
    expect(await verifyHistory('demo', head(3))).toEqual({ state: 'first', size: 3 });
    expect(localStorage.getItem('jianmi.audit.head.demo')).toBe(JSON.stringify({ size: 3, root: root(3) }));
  });

  it('is verified when the log has only grown', async () => {
    serve({ [CONSISTENCY]: { from: 3, to: 7, proof: proofFor(3, 7) } });
    await verifyHistory('demo', head(3));
    expect(await verifyHistory('demo', head(7))).toEqual({ state: 'ok', size: 3 });
  });

  it('fails when the past was rewritten, and does not forget the old head', async () => {
    serve({ [CONSISTENCY]: { from: 3, to: 7, proof: proofFor(3, 7) } });
    await verifyHistory('demo', { ...head(3), root: root(4) });
    expect(await verifyHistory('demo', head(7))).toEqual({ state: 'failed', why: 'historyRewritten' });
    expect(await verifyHistory('demo', head(7))).toEqual({ state: 'failed', why: 'historyRewritten' });
  });

  it('fails when the log shrank or changed in place', async () => {
    serve({});
    await verifyHistory('demo', head(7));
    expect(await verifyHistory('demo', head(3))).toEqual({ state: 'failed', why: 'logShrank' });
    expect(await verifyHistory('demo', { ...head(7), root: root(6) })).toEqual({
      state: 'failed',
      why: 'historyRewritten',
    });
  });
});
