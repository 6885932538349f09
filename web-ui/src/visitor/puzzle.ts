// The browser's own SHA-256 is asynchronous, which costs more than the hash, and missing on pages without https.
import { sha256 } from '@noble/hashes/sha2.js';

const ASCII = new TextEncoder();

/** How many zero bits a digest begins with. */
export function zeros(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first] ?? 0) - 24;
}

/** The first number from `from` on, among `tries`, that solves it; undefined when none of them does. */
export function solution(text: string, bits: number, from: number, tries: number): number | undefined {
  for (let number = from; number < from + tries; number += 1)
    if (zeros(sha256(ASCII.encode(`${text}.${number}`))) >= bits) return number;
  return undefined;
}
