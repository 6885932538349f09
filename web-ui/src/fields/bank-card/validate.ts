import { codeNormalise } from '../normalise';

export type BankCardReason = 'CHARSET' | 'LENGTH' | 'REPEATED' | 'CHECKSUM';

/** The first check of ISO/IEC 7812-1 that a card number fails, in the server's order; undefined when it passes all. */
export function bankCardReason(text: string): BankCardReason | undefined {
  const code = codeNormalise(text);
  if (!/^[0-9]*$/.test(code)) return 'CHARSET';
  if (code.length < 12 || code.length > 19) return 'LENGTH';
  if (new Set(code).size === 1) return 'REPEATED';
  return luhn(code) % 10 === 0 ? undefined : 'CHECKSUM';
}

function luhn(digits: string): number {
  return [...digits].reverse().reduce((sum, figure, index) => {
    const doubled = Number(figure) * (index % 2 === 0 ? 1 : 2);
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
}
