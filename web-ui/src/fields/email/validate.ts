import type { Finding } from '../../api';

/** The address people use (RFC 5321 lengths, one @, a dotted domain); delivery is the only full test. */
export function emailFindings(text: string): Finding[] {
  const value = text.trim();
  const at = value.lastIndexOf('@');
  const localPart = value.slice(0, at);
  const domain = value.slice(at + 1);
  const good =
    at > 0 &&
    value.length <= 254 &&
    localPart.length <= 64 &&
    !/[\s@,;<>()[\]\\]/.test(localPart) &&
    /^([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u.test(domain);
  return good ? [] : [{ code: 'field.email-invalid' }];
}
