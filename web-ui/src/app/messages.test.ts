import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MessageTree } from '../i18n';
import { messages } from '../testing/allMessages';

const root = join(import.meta.dirname, '..');

function keysOf(tree: MessageTree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
}

/** Plural forms differ between languages: one entry stands for all of them. */
const singular = (key: string) => key.replace(/_(one|other|zero|two|few|many)$/, '');
const zh = new Set(keysOf(messages['zh-CN']).map(singular));
const en = new Set(keysOf(messages.en).map(singular));

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (/node_modules|target|dist|^\.git$/.test(name)) return [];
    return statSync(path).isDirectory() ? files(path, ending) : ending.test(name) ? [path] : [];
  });
}

const sources = files(root, /(?<!\.test)\.tsx?$/).map((path) => readFileSync(path, 'utf8'));

describe('messages', () => {
  it('have the same keys in Chinese and English', () => {
    expect([...zh].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !zh.has(key))).toEqual([]);
  });

  it('fill in the same values in Chinese and English', () => {
    const holes = (tree: MessageTree) =>
      Object.fromEntries(
        keysOf(tree).map((key) => {
          const text = key.split('.').reduce<unknown>((node, part) => (node as MessageTree)[part], tree) as string;
          return [
            singular(key),
            [...text.matchAll(/\{\{(\w+)\}\}/g)]
              .map((match) => match[1])
              .sort()
              .join(),
          ];
        }),
      );
    expect(holes(messages.en)).toEqual(holes(messages['zh-CN']));
  });

  it('stand for every key that the code asks for', () => {
    const asked = sources.flatMap((text) => [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? ''));
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !zh.has(key))).toEqual([]);
  });

  it('stand for some key of every family that the code composes', () => {
    const families = sources.flatMap((text) =>
      [...text.matchAll(/\bt\(\s*`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? ''),
    );
    expect(families.filter((family) => ![...zh].some((key) => key.startsWith(family)))).toEqual([]);
  });

  it('say what happened for every problem code of the server', () => {
    const repository = join(root, '..', '..');
    const enums = files(repository, /Problem\.java$/).map((path) => readFileSync(path, 'utf8'));
    const codes = enums.flatMap((text) =>
      [...text.matchAll(/^ {4}[A-Z_]+\(\s*"([a-z.-]+)",\s*\d{3}/gm)].map((match) => match[1] ?? ''),
    );
    expect(codes.filter((code) => !zh.has(`problem.code.${code.replaceAll('.', '_')}`))).toEqual([]);
  });
  it('say what is wrong for every finding of a workflow', () => {
    const checks = files(join(root, '..', '..', 'workflow-engine', 'src', 'main'), /\.java$/);
    const codes = checks.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/ static final String [A-Z_]+ =\s*"(workflow\.[a-z-]+)"/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    const findings = codes.filter(
      (code) => !/workflow\.(start|advance|cancel|finish|json|migrate|automate|subworkflow|end-child)$/.test(code),
    );
    expect(findings.length).toBeGreaterThan(30);
    expect(findings.filter((code) => !zh.has(`problem.code.${code.replaceAll('.', '_')}`))).toEqual([]);
  });
});
