/**
 * SHA-256 (FIPS 180-4) of ASCII text, at once: the browser's own is asynchronous, which costs more than the hash, and missing on pages without
 * https. For puzzles only.
 */
const K = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const START = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits of what stands behind the point. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32);
}

const W = new Uint32Array(64);

export function sha256(text: string): Uint32Array {
  const length = text.length;
  const bytes = new Uint8Array(((length + 72) >> 6) << 6);
  for (let i = 0; i < length; i += 1) bytes[i] = text.charCodeAt(i);
  bytes[length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 4, length * 8);
  const hash = START.slice();
  for (let at = 0; at < bytes.length; at += 64) block(view, at, hash);
  return hash;
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));
/** Every index below is inside its array. */
const of = (words: Uint32Array, index: number) => words[index] as number;

function block(view: DataView, at: number, hash: Uint32Array): void {
  for (let i = 0; i < 16; i += 1) W[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [of(W, i - 15), of(W, i - 2)];
    const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    W[i] = of(W, i - 16) + s0 + of(W, i - 7) + s1;
  }
  let a = of(hash, 0);
  let b = of(hash, 1);
  let c = of(hash, 2);
  let d = of(hash, 3);
  let e = of(hash, 4);
  let f = of(hash, 5);
  let g = of(hash, 6);
  let h = of(hash, 7);
  for (let i = 0; i < 64; i += 1) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + of(K, i) + of(W, i)) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = of(hash, i) + word));
}
