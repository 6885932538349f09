import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const FILE = 'third-party.txt';
const TEXTS = /^(licen[cs]e|copying|notice)/i;

interface Package {
  name: string;
  version: string;
  licence: string;
  folder: string;
}

/** Names every package whose code is in the bundle, with its version and licence, and adds the texts of the licences. */
export function thirdParty(): Plugin {
  return {
    name: 'third-party',
    apply: 'build',
    generateBundle(_, bundle) {
      const found = packagesOf(
        Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : [])),
      );
      const nameless = found.filter(({ licence }) => licence === '');
      if (nameless.length > 0) this.error(`No licence: ${nameless.map(({ name }) => name).join(', ')}`);
      this.emitFile({ type: 'asset', fileName: FILE, source: textOf(found) });
    },
  };
}

/** The packages that hold these files, by name. */
export function packagesOf(files: Iterable<string>): Package[] {
  const found = new Map<string, Package>();
  for (const file of files) {
    if (!/[\\/]node_modules[\\/]/.test(file)) continue;
    const one = packageAbove(dirname(file.replace(/^\0/, '').split('?')[0] ?? ''));
    if (one) found.set(`${one.name} ${one.version}`, one);
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** Folders inside of a package may have a `package.json` that names nothing. */
function packageAbove(folder: string): Package | undefined {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof name === 'string' && typeof version === 'string') {
      return { name, version, licence: typeof license === 'string' ? license : '', folder };
    }
  }
  const above = dirname(folder);
  return above === folder || above.endsWith('node_modules') ? undefined : packageAbove(above);
}

function textOf(packages: Package[]): string {
  const parts = packages.map(({ name, version, licence, folder }) => {
    const texts = readdirSync(folder)
      .filter((file) => TEXTS.test(file))
      .flatMap((file) => textsIn(join(folder, file)));
    return [`${name} ${version} (${licence})`, ...texts].join('\n\n');
  });
  return `What others wrote in this interface, and under which licences.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The text of a file, or those of a folder, in which some keep the licences of what they took over. */
export function textsIn(path: string): string[] {
  return statSync(path).isDirectory()
    ? readdirSync(path).flatMap((file) => textsIn(join(path, file)))
    : [readFileSync(path, 'utf8').trim()];
}
