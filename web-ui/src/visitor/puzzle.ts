import { sha256 } from './sha256';

/** How many zero bits a digest begins with. */
export function zeros(digest: Uint32Array): number {
  let count = 0;
  for (const word of digest) {
    count += Math.clz32(word);
    if (word !== 0) break;
  }
  return count;
}

/** The first number from `from` on, among `tries`, that solves it; undefined when none of them does. */
export function solution(text: string, bits: number, from: number, tries: number): number | undefined {
  for (let number = from; number < from + tries; number += 1)
    if (zeros(sha256(`${text}.${number}`)) >= bits) return number;
  return undefined;
}
