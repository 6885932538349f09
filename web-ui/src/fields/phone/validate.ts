import { codeNormalise } from '../normalise';

export type PhoneReason = 'COUNTRY' | 'CHARSET' | 'LENGTH' | 'PREFIX';

/** The first check a mainland mobile number fails, in the server's order; undefined when it is one. */
export function phoneReason(text: string): PhoneReason | undefined {
  const code = codeNormalise(text);
  if (code.startsWith('+') && !code.startsWith('+86')) return 'COUNTRY';
  const national = code.replace(/^\+86/, '').replace(/^0086/, '');
  if (!/^[0-9]*$/.test(national)) return 'CHARSET';
  if (national.length !== 11) return 'LENGTH';
  if (!/^1[3-9]/.test(national)) return 'PREFIX';
  return undefined;
}
