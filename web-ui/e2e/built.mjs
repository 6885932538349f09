// The built interface, built anew when any of its sources is younger.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const SOURCES = ['src', 'public', 'index.html', 'package-lock.json', 'vite.config.ts'];

/** Its folder. */
export async function builtInterface() {
  const dist = `${ROOT}dist`;
  if (!existsSync(`${dist}/index.html`) || statSync(`${dist}/index.html`).mtimeMs < newest()) {
    const { build } = await import('vite');
    await build({ root: ROOT, logLevel: 'warn' });
  }
  return dist;
}

function newest() {
  const times = SOURCES.flatMap((source) => {
    const path = ROOT + source;
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true }).map((each) => `${path}/${each}`)
      : [path];
    return files.map((file) => statSync(file).mtimeMs);
  });
  return times.reduce((one, other) => Math.max(one, other), 0);
}
