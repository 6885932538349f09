import { leafHash } from '../merkle';
import { fromHex, sha256, text } from './bytes';
import { canonical } from './canonical';
import { readKey, type VerifierKey } from './note';

/** What is wrong with a file, as a code that has words, and at which entry. */
export class Unsound extends Error {
  constructor(
    readonly why: Wrong,
    readonly entry?: number,
  ) {
    super(why);
  }
}

export type Wrong =
  | 'format'
  | 'unreadable'
  | 'key'
  | 'otherKey'
  | 'head'
  | 'text'
  | 'number'
  | 'log'
  | 'payload'
  | 'signed'
  | 'missing'
  | 'uncovered'
  | 'notInTree'
  | 'moreThanProofs'
  | 'changed'
  | 'act';

export type Json = Record<string, unknown>;

export function object(value: unknown): Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {};
}

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function parsed(line: string, entry?: number): Json {
  try {
    return object(JSON.parse(line));
  } catch {
    throw new Unsound('unreadable', entry);
  }
}

/** The key that the file names; another than the trusted one is refused. */
export async function signer(document: Json, trusted: string | undefined): Promise<VerifierKey> {
  const key = await readKey(String(document['verifierKey']));
  if (!key) throw new Unsound('key');
  if (trusted !== undefined && key.written !== trusted) throw new Unsound('otherKey');
  return key;
}

/** Checks one entry against itself: its text, number, log, hash and, where the payload is given, commitment. Gives its hash. */
export async function checkedLeaf(line: Json, number: number, origin: string): Promise<string> {
  const written = String(line['canonical']);
  const hash = await leafHash(written);
  if (hash !== line['leafHash']) throw new Unsound('text', number);
  const entry = parsed(written, number);
  if (entry['seq'] !== number || line['leaf'] !== number) throw new Unsound('number', number);
  if (entry['log'] !== origin) throw new Unsound('log', number);
  if ('payload' in line) {
    const salt = fromHex(String(line['salt']));
    if ((await commitment(salt, line['payload'])) !== entry['pc']) throw new Unsound('payload', number);
  }
  return hash;
}

/** `base64url(SHA-256(0x02 || salt || JCS(payload)))`. */
async function commitment(salt: Uint8Array, payload: unknown): Promise<string> {
  const hash = fromHex(await sha256(Uint8Array.of(2), salt, text(canonical(payload))));
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
