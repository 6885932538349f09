import { stripped } from './blanks';

const LONGEST = 2_000;
const FOLLOWED = /^(?:https?:\/\/[^/?#@:\\][^/?#@\\]*(?:[/?#].*)?|mailto:.+|tel:.+)$/s;
const RUN = /^(?:javascript|vbscript|data|file|blob):/;
const BLANKS = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)).join('');
/** Nothing that is not seen: controls, formats, halves of pairs, blanks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/u;

/** Where a link may lead, as the server decides it; undefined for anything else. */
export function addressOf(written: string): string | undefined {
  const address = bare(written).replace(/^[A-Za-z]+:/, (scheme) => scheme.toLowerCase());
  return address.length <= LONGEST && !UNSEEN.test(address) && FOLLOWED.test(address) ? address : undefined;
}

/** Whether a browser would run it or read something local. */
export function runs(written: string): boolean {
  return RUN.test(bare(written).toLowerCase());
}

/** As browsers read it (URL standard): without tabs and line breaks inside, without blanks and controls around. */
function bare(written: string): string {
  return stripped(written.replace(/[\t\n\r]/g, ''), BLANKS, BLANKS);
}
