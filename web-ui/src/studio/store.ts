import { callVersioned, Problem } from '../api';
import { changed, redone, startHistory, undone, type Change, type History } from './history';
import type { Keep } from './keep';
import { same } from './merge';

/** How it stands with saving. `waiting` is soon to be saved; `failed` is tried again by itself. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'refused' | 'conflict';

/** Somebody else saved first. */
export interface Conflict<T> {
  base: T;
  theirs: T;
  revision: number;
  /** Id of who saved it; undefined when unknown. */
  by: string | undefined;
}

export interface Snapshot<T> {
  history: History<T>;
  saving: SaveState;
  /** Revision on the server; changes with every save. */
  revision: number;
  problem: unknown;
  conflict: Conflict<T> | undefined;
}

export interface Loaded<T> {
  document: T;
  revision: number;
}

/** How a document is read and saved; `revision` is the one that is replaced. */
export interface StudioIo<T> {
  load: () => Promise<Loaded<T>>;
  save: (document: T, revision: number) => Promise<number>;
  keep: Keep<T>;
}

export function serverIo<T>(address: string, keep: Keep<T>): StudioIo<T> {
  return {
    load: async () => {
      const { body, version } = await callVersioned<T>(`${address}/draft`);
      return { document: body, revision: version };
    },
    save: async (document, revision) =>
      (await callVersioned(`${address}/draft`, { method: 'PUT', body: document, version: revision })).version,
    keep,
  };
}

const PAUSE = 900;
const RETRY = [2_000, 5_000, 15_000, 30_000];

/**
 * One document being designed: its history and its way to the server. Saves as one goes, one save at a time; what cannot be saved is
 * kept in the browser and tried again; a save never replaces a revision that was not read. Outside React, so that it outlives its pages.
 */
export class StudioStore<T> {
  #snapshot: Snapshot<T>;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  /** The document as the server has it. */
  #stored: T;
  /** What was sent last: an answer may be lost after the save was done. */
  #sent: T | undefined;
  readonly #io: StudioIo<T>;

  constructor(io: StudioIo<T>, loaded: Loaded<T>) {
    this.#io = io;
    this.#stored = loaded.document;
    this.#snapshot = {
      history: startHistory(loaded.document),
      saving: 'saved',
      revision: loaded.revision,
      problem: undefined,
      conflict: undefined,
    };
    this.#takeUp(loaded);
  }

  /** Goes on with what an earlier page could not save. */
  #takeUp(loaded: Loaded<T>): void {
    const kept = this.#io.keep.take();
    if (!kept) return;
    if (same(kept.document, loaded.document)) return this.#io.keep.drop();
    this.#snapshot = { ...this.#snapshot, history: startHistory(kept.document), saving: 'waiting' };
    if (kept.revision === loaded.revision) return this.#later(0);
    const { document: theirs, revision } = loaded;
    this.#snapshot.conflict = { base: kept.base, theirs, revision, by: undefined };
    this.#snapshot.saving = 'conflict';
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot<T> => this.#snapshot;

  /** The document as the server has it. */
  get stored(): T {
    return this.#stored;
  }

  change(change: Change, recipe: (document: T) => T): void {
    const { history } = this.#snapshot;
    this.#moved(changed(history, recipe(history.present), change, Date.now()));
  }

  undo(): void {
    this.#moved(undone(this.#snapshot.history));
  }

  redo(): void {
    this.#moved(redone(this.#snapshot.history));
  }

  select(selection: string | null): void {
    if (this.#snapshot.history.selection === selection) return;
    this.#set({ history: { ...this.#snapshot.history, selection } });
  }

  /** Settles a conflict: this document replaces what they saved. */
  resolve(document: T, label: string): void {
    const { conflict, history } = this.#snapshot;
    if (!conflict) return;
    this.#stored = conflict.theirs;
    const next = changed(history, document, { label }, Date.now());
    this.#set({ conflict: undefined, revision: conflict.revision, history: next, problem: undefined });
    this.#touched();
  }

  /** Saves what is not saved; resolves when it is, or cannot be. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    await (this.#running ?? Promise.resolve());
    if (this.#snapshot.saving === 'saved') return true;
    if (this.#snapshot.saving !== 'conflict') await this.#save();
    return this.snapshot().saving === 'saved';
  }

  /** No page shows it any more. */
  leave(): void {
    if (this.#snapshot.saving === 'waiting' || this.#snapshot.saving === 'failed') void this.flush();
  }

  #moved(history: History<T>): void {
    if (history === this.#snapshot.history) return;
    this.#set({ history });
    this.#touched();
  }

  #touched(): void {
    const { history, conflict, revision } = this.#snapshot;
    if (same(history.present, this.#stored) && !conflict && !this.#running) {
      clearTimeout(this.#timer);
      this.#io.keep.drop();
      return this.#set({ saving: 'saved', problem: undefined });
    }
    this.#io.keep.put({ document: history.present, base: this.#stored, revision });
    if (conflict) return;
    this.#set({ saving: this.#running ? 'saving' : 'waiting' });
    this.#later(PAUSE);
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), pause);
  }

  #save(): Promise<void> {
    this.#running ??= this.#saveOnce().finally(() => {
      this.#running = undefined;
      if (this.#snapshot.saving === 'saving') this.#touched();
    });
    return this.#running;
  }

  async #saveOnce(): Promise<void> {
    const { history, revision } = this.#snapshot;
    const document = history.present;
    this.#set({ saving: 'saving' });
    const before = this.#sent;
    this.#sent = document;
    try {
      const next = await this.#io.save(document, revision);
      this.#stored = document;
      this.#failures = 0;
      const whole = this.#snapshot.history.present === document;
      this.#set({ revision: next, saving: whole ? 'saved' : 'saving', problem: undefined });
      if (whole) this.#io.keep.drop();
    } catch (problem) {
      await this.#failed(problem, before);
    }
  }

  async #failed(problem: unknown, before: T | undefined): Promise<void> {
    const status = problem instanceof Problem ? problem.status : 0;
    if (status === 412) {
      try {
        return await this.#meet(problem as Problem, before);
      } catch (unreadable) {
        problem = unreadable;
      }
    }
    const final = status >= 400 && status < 500 && ![401, 408, 412, 429].includes(status);
    this.#set({ saving: final ? 'refused' : 'failed', problem });
    if (final) return;
    this.#later(RETRY[Math.min(this.#failures, RETRY.length - 1)] ?? 0);
    this.#failures += 1;
  }

  /** Somebody saved first. When it was this one, or he saved the same, all is well. */
  async #meet(problem: Problem, before: T | undefined): Promise<void> {
    const { document: theirs, revision } = await this.#io.load();
    if (before !== undefined && same(theirs, before)) {
      this.#stored = theirs;
      return this.#set({ saving: 'saving', revision });
    }
    if (same(theirs, this.#snapshot.history.present)) {
      this.#stored = theirs;
      this.#io.keep.drop();
      return this.#set({ saving: 'saved', revision, problem: undefined });
    }
    const by = typeof problem.params['by'] === 'string' ? problem.params['by'] : undefined;
    this.#set({ saving: 'conflict', problem, conflict: { base: this.#stored, theirs, revision, by } });
  }

  #set(change: Partial<Snapshot<T>>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
