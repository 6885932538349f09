import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gathered, type MessageTree, type Messages } from '../i18n';
import { firstMessages } from './firstMessages';
import { workMessages } from './workMessages';

const app = import.meta.dirname;
const ROUTES = join(app, 'routes.tsx');
/** Pages of the studio, and the privacy desk, which speaks of definitions, bring the words of designers. */
const STUDIO = /^\.\.\/(studio|designer|flow-designer|permissions|desk)\/pages$/;
const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^;'"]*?from\s+)?'(\.[^']+)'/gm;
const LAZY = /\bimport\('(\.[^']+)'\)/g;

const text = (file: string) => readFileSync(file, 'utf8');
const named = (file: string, form: RegExp) => [...text(file).matchAll(form)].map((match) => match[1] ?? '');

function fileOf(from: string, name: string): string[] {
  const base = join(dirname(from), name);
  return [`${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), base]
    .filter((path) => /\.tsx?$/.test(path) && existsSync(path) && statSync(path).isFile())
    .slice(0, 1);
}

/** The files that a page may come to run, but for what other routes load. */
function reached(...roots: string[]): string[] {
  const found = new Set<string>();
  const left = [...roots];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const next = [...named(file, STATIC), ...(file === ROUTES || file.endsWith('words.ts') ? [] : named(file, LAZY))];
    left.push(...next.flatMap((name) => fileOf(file, name)));
  }
  return [...found];
}

const keysOf = (tree: MessageTree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [(prefix + key).replace(/_(one|other)$/, '')] : keysOf(value, `${prefix}${key}.`),
  );

/** Keys and families of keys that files ask for and these words do not hold. */
function missing(files: string[], words: Messages): string[] {
  const held = keysOf(words['zh-CN']);
  return files.flatMap((file) => [
    ...named(file, /\bt\(\s*'([\w.-]+)'/g).filter((key) => !held.includes(key)),
    ...named(file, /\bt\(\s*`([\w.-]+\.)\$\{/g).filter((family) => !held.some((key) => key.startsWith(family))),
  ]);
}

const pages = named(ROUTES, LAZY);
const filesOf = (names: string[]) => names.flatMap((name) => fileOf(ROUTES, name));

describe('words', () => {
  it('of the frame and the home page are there before they are shown', () => {
    const files = reached(join(app, '../main.tsx'), ...filesOf(['./HomePage']));
    expect(files.length).toBeGreaterThan(50);
    expect(missing(files, firstMessages)).toEqual([]);
  });

  it('of every page outside of the studio are there when it is opened', () => {
    const files = reached(...filesOf(pages.filter((name) => !STUDIO.test(name))));
    expect(files.length).toBeGreaterThan(200);
    expect(missing(files, gathered([firstMessages, workMessages]))).toEqual([]);
  });
});
