import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { solve } from './captcha';
import { solution, zeros } from './puzzle';

const expected = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the challenge', () => {
  it('counts zeros from the front', () => {
    expect(zeros(Uint8Array.of(0x80, 0))).toBe(0);
    expect(zeros(Uint8Array.of(0, 0, 0x10, 0xff))).toBe(19);
    expect(zeros(Uint8Array.of(0, 0))).toBe(16);
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
