import { codeNormalise } from '../normalise';

export type UsccReason = 'LENGTH' | 'CHARSET' | 'REGION' | 'CHECKSUM';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The first check of GB 32100-2015 that a credit code fails, in the server's order; undefined when it passes all. */
export function usccReason(text: string): UsccReason | undefined {
  const code = codeNormalise(text);
  if ([...code].length !== 18) return 'LENGTH';
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return 'CHARSET';
  if (!/^[0-9]{6}$/.test(code.slice(2, 8))) return 'REGION';
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return values[17] === (31 - (sum % 31)) % 31 ? undefined : 'CHECKSUM';
}
