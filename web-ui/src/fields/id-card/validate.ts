import { codeNormalise } from '../normalise';

export type IdCardReason = 'LEGACY15' | 'LENGTH' | 'CHARSET' | 'REGION' | 'DATE' | 'FUTURE' | 'CHECKSUM';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
/** Only the province is checked: six-digit area codes are withdrawn over time and old numbers stay valid. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  );

/** The first check of GB 11643-1999 that a resident identity number fails; undefined when it passes all. */
export function idCardReason(text: string, today: Date = new Date()): IdCardReason | undefined {
  const code = codeNormalise(text);
  if (/^[0-9]{15}$/.test(code)) return 'LEGACY15';
  if (code.length !== 18) return 'LENGTH';
  if (!/^[0-9]{17}[0-9X]$/.test(code)) return 'CHARSET';
  if (!PROVINCES.includes(code.slice(0, 2))) return 'REGION';
  const birth = dayOf(code.slice(6, 14));
  if (birth === undefined) return 'DATE';
  if (birth > today.getTime()) return 'FUTURE';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(code[index]), 0);
  return CHECK_CHARACTERS[sum % 11] === code[17] ? undefined : 'CHECKSUM';
}

/** Milliseconds of a real calendar day `yyyymmdd`, else undefined. */
function dayOf(digits: string): number | undefined {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() : undefined;
}
