import { describe, expect, it } from 'vitest';
import { sizesOf, type Chunk } from '../../dev/firstLoad';

const chunk = (imports: string[] = [], isEntry = false): Chunk => ({ code: 'let a;', isEntry, imports });

describe('what the first page loads', () => {
  it('is the entry and what it imports statically, each once', () => {
    const chunks = new Map([
      ['index.js', chunk(['react.js', 'shared.js'], true)],
      ['react.js', chunk()],
      ['shared.js', chunk(['react.js', 'index.js'])],
      ['page.js', chunk(['shared.js'])],
    ]);
    const sizes = sizesOf(chunks);
    expect(sizes.map(([name]) => name).sort()).toEqual(['index.js', 'react.js', 'shared.js']);
    expect(sizes.every(([, bytes]) => bytes > 6)).toBe(true);
  });
});
