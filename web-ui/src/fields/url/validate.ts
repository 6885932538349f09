/** What the server takes: http or https, a host, nobody's name before it. */
const SHAPE = /^https?:\/\/[^\s/?#@:"<>\\^`{|}][^\s/?#@"<>\\^`{|}]*([/?#][^\s"<>\\^`{|}]*)?$/i;

export function isUrl(text: string): boolean {
  return text.length <= 2_000 && SHAPE.test(text);
}
