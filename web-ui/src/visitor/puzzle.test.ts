import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { solve } from './captcha';
import { solution, zeros } from './puzzle';
import { sha256 } from './sha256';

const hex = (words: Uint32Array) => [...words].map((word) => word.toString(16).padStart(8, '0')).join('');
const expected = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the challenge', () => {
  it('hashes as everybody does, over every length of a block', () => {
    for (let length = 0; length < 140; length += 1) {
      const text = 'abcdefghij'.repeat(14).slice(0, length);
      expect(hex(sha256(text))).toBe(expected(text));
    }
  });

  it('counts zeros from the front', () => {
    expect(zeros(Uint32Array.of(0x80000000))).toBe(0);
    expect(zeros(Uint32Array.of(0, 0x00100000))).toBe(43);
  });

  it('is solved by the first number that begins with enough zeros', async () => {
    const number = solution('1.some.text', 10, 0, 100_000) ?? -1;
    expect(parseInt(expected(`1.some.text.${number}`).slice(0, 8), 16) >>> 22).toBe(0);
    expect(solution('1.some.text', 10, 0, number)).toBeUndefined();
    const answer = await solve(
      { kind: 'proof-of-work', text: '1.some.text', bits: 10 } as never,
      new AbortController().signal,
    );
    expect(answer).toEqual({ text: '1.some.text', number: String(number) });
  });

  it('of an unknown kind is not passed over', async () => {
    await expect(solve({ kind: 'riddle' }, new AbortController().signal)).rejects.toThrow('riddle');
  });
});
