import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesOf, textsIn } from '../../dev/thirdParty';

const file = (path: string) => join(import.meta.dirname, '../../node_modules', path);

describe('what others wrote in the bundle', () => {
  it('is named once a package, with its licence, by whichever file of it is bundled', () => {
    const found = packagesOf([
      file('react-dom/client.js'),
      file('react-dom/cjs/react-dom-client.production.js'),
      `\0${file('dayjs/esm/plugin/duration/index.js')}?commonjs-es-import`,
      join(import.meta.dirname, 'App.tsx'),
    ]);
    expect(found.map(({ name, licence }) => `${name} ${licence}`)).toEqual(['dayjs MIT', 'react-dom MIT']);
    expect(found.every(({ version }) => /^\d+\./.test(version))).toBe(true);
  });

  it('comes with the licences of what it took over itself', () => {
    const [text] = textsIn(file('echarts/licenses'));
    expect(text).toContain('Redistributions in binary form');
  });
});
