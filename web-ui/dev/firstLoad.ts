import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the first page may load before it shows anything, gzipped. */
const LIMIT_KB = 350;

/** A chunk of a bundle, as far as this looks at it. */
export interface Chunk {
  code: string;
  isEntry: boolean;
  imports: string[];
}

/** Fails the build when the scripts that every page waits for grow beyond what a first visit can be asked to load. */
export function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const file of Object.values(bundle)) if (file.type === 'chunk') chunks.set(file.fileName, file);
      const sizes = sizesOf(chunks);
      const whole = sizes.reduce((sum, [, bytes]) => sum + bytes, 0) / 1000;
      const list = sizes.map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(', ');
      if (whole > LIMIT_KB) {
        this.error(
          `The first page loads ${whole.toFixed(1)} kB, ${LIMIT_KB} kB are allowed: ${list}. Load what it does not show on demand.`,
        );
      }
      this.info(`The first page loads ${whole.toFixed(1)} kB: ${list}`);
    },
  };
}

/** The entries and all that they import statically, each once, with gzipped bytes. */
export function sizesOf(chunks: Map<string, Chunk>): [name: string, bytes: number][] {
  const found = new Map<string, number>();
  const left = [...chunks].filter(([, { isEntry }]) => isEntry).map(([name]) => name);
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const chunk = chunks.get(name);
    if (!chunk || found.has(name)) continue;
    found.set(name, gzipSync(chunk.code, { level: 9 }).length);
    left.push(...chunk.imports);
  }
  return [...found];
}
