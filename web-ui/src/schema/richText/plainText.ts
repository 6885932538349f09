import { stripped } from './blanks';

const INLINE = /<\/?(?:a|code|em|s|strong|u)(?: [^>]*)?>/g;
const OTHERS = /(?:<[^>]*>)+/g;

/** The text of a normal form, without its tags: each block a line. The same patterns work on the server (`PlainText`). */
export function plainText(normal: string): string {
  return stripped(normal.replace(INLINE, '').replace(OTHERS, '\n'), '\n', '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
