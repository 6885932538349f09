import { fromHex, sha256, text } from './file/bytes';

/**
 * The Merkle tree of the audit log as RFC 6962 hashes it, with the verifiers of RFC 9162 sections 2.1.3.2 and 2.1.4.2.
 * Everything is computed in this browser by WebCrypto; the server is not asked for a verdict. Hashes are lower-case hex.
 */

export async function leafHash(entry: string): Promise<string> {
  return sha256(Uint8Array.of(0), text(entry));
}

async function nodeHash(left: string, right: string): Promise<string> {
  return sha256(Uint8Array.of(1), fromHex(left), fromHex(right));
}

/** The root of a tree while leaves are appended to it: of each perfect subtree on its right edge the hash, largest first. */
export class GrowingTree {
  size = 0;
  private readonly edge: string[] = [];

  async append(leaf: string): Promise<void> {
    this.edge.push(leaf);
    this.size += 1;
    for (let whole = this.size; whole % 2 === 0; whole /= 2) {
      const right = this.edge.pop() ?? '';
      const left = this.edge.pop() ?? '';
      this.edge.push(await nodeHash(left, right));
    }
  }

  /** Of no leaves: the hash of nothing. */
  async root(): Promise<string> {
    const [last, ...before] = [...this.edge].reverse();
    if (last === undefined) return sha256();
    let root = last;
    for (const left of before) root = await nodeHash(left, root);
    return root;
  }
}

/** The root that the proof leads to from this leaf; undefined when the proof cannot belong to it. */
export async function rootFromInclusion(
  leaf: number,
  size: number,
  hash: string,
  proof: string[],
): Promise<string | undefined> {
  if (leaf < 0 || leaf >= size) return undefined;
  let fn = leaf;
  let sn = size - 1;
  let root = hash;
  for (const step of proof) {
    if (sn === 0) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      root = await nodeHash(step, root);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      root = await nodeHash(root, step);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 ? root : undefined;
}

/** Whether the tree of `to` entries is the tree of `from` entries with entries appended, nothing else changed. */
export async function isConsistent(
  from: number,
  to: number,
  fromRoot: string,
  toRoot: string,
  proof: string[],
): Promise<boolean> {
  if (from > to || from <= 0) return false;
  if (from === to) return proof.length === 0 && fromRoot === toRoot;
  const path = isPowerOfTwo(from) ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) {
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  let fr = first;
  let sr = first;
  for (const step of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = await nodeHash(step, fr);
      sr = await nodeHash(step, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn = Math.floor(fn / 2);
        sn = Math.floor(sn / 2);
      }
    } else {
      sr = await nodeHash(sr, step);
    }
    fn = Math.floor(fn / 2);
    sn = Math.floor(sn / 2);
  }
  return sn === 0 && fr === fromRoot && sr === toRoot;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
