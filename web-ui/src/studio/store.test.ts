import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api';
import type { Kept } from './keep';
import { StudioStore, type StudioIo } from './store';

interface Doc {
  title: string;
  note?: string;
}

/** A server of one draft, and a browser that keeps one. */
function world(title = 'one') {
  const server = { document: { title } as Doc, revision: 1, down: false, loseAnswer: false };
  let kept: Kept<Doc> | undefined;
  const saves: Doc[] = [];
  const io: StudioIo<Doc> = {
    load: async () => ({ document: server.document, revision: server.revision }),
    save: async (document, revision) => {
      if (server.down) throw new TypeError('no network');
      if (revision !== server.revision)
        throw new Problem({ status: 412, code: 'form.stale-draft', params: { by: 'm2' } });
      saves.push(document);
      server.document = document;
      server.revision += 1;
      if (server.loseAnswer) {
        server.loseAnswer = false;
        throw new TypeError('answer lost');
      }
      return server.revision;
    },
    keep: { put: (next) => (kept = next), take: () => kept, drop: () => (kept = undefined) },
  };
  const open = () => new StudioStore(io, { document: server.document, revision: server.revision });
  return { server, io, saves, open, kept: () => kept };
}

const rename = (store: StudioStore<Doc>, title: string, merge?: string) =>
  store.change({ label: 'rename', merge }, (document) => ({ ...document, title }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a draft', () => {
  it('is saved once typing pauses, and says so', async () => {
    const { open, server, saves, kept } = world();
    const store = open();
    rename(store, 'o', 'title');
    rename(store, 'on', 'title');
    rename(store, 'ono', 'title');
    expect(store.snapshot().saving).toBe('waiting');
    expect(kept()?.document).toEqual({ title: 'ono' });
    await pass(1_000);
    expect(saves).toEqual([{ title: 'ono' }]);
    expect(store.snapshot()).toMatchObject({ saving: 'saved', revision: server.revision });
    expect(kept()).toBeUndefined();
  });

  it('takes typing back at once, and does it again', async () => {
    const { open, server } = world();
    const store = open();
    rename(store, 'a', 'title');
    rename(store, 'ab', 'title');
    store.change({ label: 'note' }, (document) => ({ ...document, note: 'x' }));
    store.undo();
    store.undo();
    expect(store.snapshot().history.present).toEqual({ title: 'one' });
    expect(store.snapshot().history.past).toEqual([]);
    store.redo();
    store.redo();
    await pass(1_000);
    expect(server.document).toEqual({ title: 'ab', note: 'x' });
  });

  it('is kept and tried again while the line is down', async () => {
    const { open, server, kept } = world();
    const store = open();
    server.down = true;
    rename(store, 'two');
    await pass(1_000);
    expect(store.snapshot().saving).toBe('failed');
    expect(kept()?.document).toEqual({ title: 'two' });
    server.down = false;
    await pass(2_100);
    expect(store.snapshot().saving).toBe('saved');
    expect(server.document).toEqual({ title: 'two' });
  });

  it('goes on after a reload with what was not saved', async () => {
    const { open, server } = world();
    server.down = true;
    rename(open(), 'two');
    await pass(1_000);
    server.down = false;
    const again = open();
    expect(again.snapshot().history.present).toEqual({ title: 'two' });
    await pass(10);
    expect(server.document).toEqual({ title: 'two' });
  });

  it('never replaces what somebody else saved meanwhile', async () => {
    const { open, server } = world();
    const store = open();
    rename(store, 'mine');
    server.document = { title: 'theirs' };
    server.revision = 2;
    await pass(1_000);
    expect(store.snapshot()).toMatchObject({
      saving: 'conflict',
      conflict: { base: { title: 'one' }, theirs: { title: 'theirs' }, revision: 2, by: 'm2' },
    });
    expect(server.document).toEqual({ title: 'theirs' });
    rename(store, 'mine still');
    await pass(60_000);
    expect(server.document).toEqual({ title: 'theirs' });
    store.resolve({ title: 'both' }, 'merge');
    await pass(1_000);
    expect(server.document).toEqual({ title: 'both' });
    store.undo();
    expect(store.snapshot().history.present).toEqual({ title: 'mine still' });
  });

  it('meets what was saved while its page was closed', async () => {
    const { open, server } = world();
    server.down = true;
    rename(open(), 'mine');
    await pass(1_000);
    server.document = { title: 'theirs' };
    server.revision = 5;
    expect(open().snapshot()).toMatchObject({ saving: 'conflict', conflict: { revision: 5 } });
  });

  it('knows its own save again whose answer was lost', async () => {
    const { open, server } = world();
    const store = open();
    server.loseAnswer = true;
    rename(store, 'two');
    await pass(1_000);
    rename(store, 'three');
    await pass(5_000);
    expect(store.snapshot()).toMatchObject({ saving: 'saved', conflict: undefined });
    expect(server.document).toEqual({ title: 'three' });
  });

  it('that is put back by undo needs no save', async () => {
    const { open, saves } = world();
    const store = open();
    rename(store, 'two');
    store.undo();
    expect(store.snapshot().saving).toBe('saved');
    await pass(5_000);
    expect(saves).toEqual([]);
  });
});
