import { fromBase64, hex, sha256, text } from './bytes';

/** The public half of a log's key, `name+keyid+base64(0x01 || key)` (C2SP); Ed25519 (RFC 8032). */
export interface VerifierKey {
  name: string;
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  /** As it was written. */
  written: string;
}

export interface SignedHead {
  origin: string;
  size: number;
  /** Lower-case hex. */
  root: string;
}

const DASH = '\u2014 ';

/** Undefined for what is no such key, and where the key id is not its key's. */
export async function readKey(written: string): Promise<VerifierKey | undefined> {
  const [, name = '', id = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(written) ?? [];
  const typed = encoded ? fromBase64(encoded) : undefined;
  if (!typed || typed.length !== 33 || typed[0] !== 1) return undefined;
  const own = await sha256(text(`${name}\n`), typed);
  return own.startsWith(id) ? { name, id, publicKey: typed.slice(1), written } : undefined;
}

/** The tree head of a signed note (C2SP tlog-checkpoint); undefined where it does not bear exactly this key's signature. */
export async function readNote(note: string, key: VerifierKey): Promise<SignedHead | undefined> {
  const split = note.lastIndexOf('\n\n');
  const body = note.slice(0, split + 1);
  const line = note.slice(split + 2);
  const [origin, size = '', root = ''] = body.split('\n');
  if (split < 0 || origin !== key.name || !/^(0|[1-9]\d{0,15})$/.test(size)) return undefined;
  const signature =
    line.startsWith(`${DASH}${key.name} `) && line.endsWith('\n')
      ? fromBase64(line.slice(DASH.length + key.name.length + 1, -1))
      : undefined;
  const hash = fromBase64(root);
  if (!signature || hex(signature.slice(0, 4)) !== key.id || hash?.length !== 32) return undefined;
  return (await verifies(key, text(body), signature.slice(4)))
    ? { origin, size: Number(size), root: hex(hash) }
    : undefined;
}

async function verifies(key: VerifierKey, message: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) {
  const imported = await crypto.subtle.importKey('raw', key.publicKey, { name: 'Ed25519' }, false, ['verify']);
  return crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, message);
}

/** Whether this browser can check Ed25519 signatures at all; where it cannot, the offline verifier does. */
export async function knowsSignatures(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), { name: 'Ed25519' }, false, ['verify']);
    return true;
  } catch {
    return false;
  }
}
