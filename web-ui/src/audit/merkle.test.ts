import { describe, expect, it } from 'vitest';
import vectors from '../../test/merkle.json';
import { isConsistent, leafHash, rootFromInclusion } from './merkle';

const root = (size: number) => vectors.roots_by_size[size] ?? '';
const leaf = (index: number) => vectors.leaf_hashes[index] ?? '';
const flip = (hash: string) => (hash.startsWith('0') ? `1${hash.slice(1)}` : `0${hash.slice(1)}`);

describe('the audit tree', () => {
  it('hashes a leaf with the byte 0 before it', async () => {
    expect(await leafHash('')).toBe(leaf(0));
    expect(await leafHash('01')).toBe(await leafHash('01'));
    expect(await leafHash('@ABC')).toBe(leaf(5));
  });

  it.each(vectors.inclusion)(
    'accepts the published inclusion proof of $index in $size',
    async ({ index, size, proof }) => {
      expect(await rootFromInclusion(index, size, leaf(index), proof)).toBe(root(size));
    },
  );

  it.each(vectors.inclusion)(
    'rejects a tampered inclusion proof of $index in $size',
    async ({ index, size, proof }) => {
      const right = root(size);
      expect(await rootFromInclusion(index, size, flip(leaf(index)), proof)).not.toBe(right);
      expect(await rootFromInclusion(index, size, leaf(index), [...proof, leaf(0)])).not.toBe(right);
      expect(await rootFromInclusion(size, size, leaf(index), proof)).toBeUndefined();
      if (proof.length > 0) {
        expect(await rootFromInclusion(index, size, leaf(index), proof.slice(1))).not.toBe(right);
        expect(await rootFromInclusion(index, size, leaf(index), [flip(proof[0] ?? ''), ...proof.slice(1)])).not.toBe(
          right,
        );
      }
    },
  );

  it.each(vectors.consistency)(
    'accepts the published consistency proof from $first to $second',
    async ({ first, second, proof }) => {
      expect(await isConsistent(first, second, root(first), root(second), proof)).toBe(true);
    },
  );

  it.each(vectors.consistency)(
    'rejects a tampered consistency proof from $first to $second',
    async ({ first, second, proof }) => {
      expect(await isConsistent(first, second, flip(root(first)), root(second), proof)).toBe(false);
      expect(await isConsistent(first, second, root(first), flip(root(second)), proof)).toBe(false);
      expect(await isConsistent(first, second, root(first), root(second), [...proof, leaf(0)])).toBe(false);
      expect(await isConsistent(0, second, root(0), root(second), proof)).toBe(false);
      if (first !== second) expect(await isConsistent(second, first, root(second), root(first), proof)).toBe(false);
    },
  );
});
