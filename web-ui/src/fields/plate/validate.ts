import { codeNormalise } from '../normalise';

export type PlateReason = 'LENGTH' | 'REGION' | 'CHARSET';

const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const OFFICE_AND_SERIAL =
  /^[A-HJ-NP-Z]((?!(?:[0-9]*[A-Z]){3})[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领使]|[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])$/;

/** The first check (practical subset of GA 36) that a number plate fails, in the server's order. */
export function plateReason(text: string): PlateReason | undefined {
  const characters = [...codeNormalise(text)];
  if (characters.length !== 7 && characters.length !== 8) return 'LENGTH';
  const [province = '', ...rest] = characters;
  if (!PROVINCES.includes(province)) return 'REGION';
  return OFFICE_AND_SERIAL.test(rest.join('')) ? undefined : 'CHARSET';
}
