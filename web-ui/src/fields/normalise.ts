const SEPARATORS = /[\s\-./()\u00b7\u2022\u2010-\u2015\u2212\u30fb]/g;

/**
 * The normal form of codes that people type with blanks and dashes: NFKC, separators removed, ASCII letters upper-cased.
 * Same rule as the server's; only ASCII digits count as digits.
 */
export function codeNormalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
