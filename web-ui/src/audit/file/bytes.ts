/** Bytes and their writings; everything is hashed by WebCrypto. */

export const text = (written: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(written);

export const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function fromHex(written: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(written.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Undefined for what is no base64, and for another writing of the same bytes. */
export function fromBase64(written: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const plain = atob(written);
    return btoa(plain) === written ? Uint8Array.from(plain, (character) => character.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

export function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Lower-case hex. */
export async function sha256(...parts: Uint8Array[]): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts))));
}
