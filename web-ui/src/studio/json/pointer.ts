/** The steps of a JSON Pointer (RFC 6901). */
export const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where the value of a JSON Pointer stands in a text of JSON, or the nearest thing around it that there is. */
export function whereIn(text: string, pointer: string): { from: number; to: number } {
  let at = skip(text, 0);
  let end = valueEnd(text, at);
  for (const part of partsOf(pointer)) {
    const inner = child(text, at, part);
    if (inner === undefined) break;
    at = inner;
    end = valueEnd(text, at);
  }
  // Of what goes over many lines the first is marked.
  const line = text.indexOf('\n', at);
  return { from: at, to: line >= 0 && line < end ? line : end };
}

const skip = (text: string, at: number): number => {
  let next = at;
  while (next < text.length && /[\s,:]/.test(text[next] ?? '')) next += 1;
  return next;
};

function stringEnd(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length && text[next] !== '"') next += text[next] === '\\' ? 2 : 1;
  return Math.min(next + 1, text.length);
}

function valueEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at);
  if (text[at] !== '{' && text[at] !== '[') {
    const plain = /[^\s,\]}]+/y;
    plain.lastIndex = at;
    return plain.test(text) ? plain.lastIndex : at;
  }
  let depth = 0;
  for (let next = at; next < text.length; next += 1) {
    const sign = text[next];
    if (sign === '"') next = stringEnd(text, next) - 1;
    else if (sign === '{' || sign === '[') depth += 1;
    else if ((sign === '}' || sign === ']') && (depth -= 1) === 0) return next + 1;
  }
  return text.length;
}

/** The beginning of a member's or an item's value. */
function child(text: string, at: number, part: string): number | undefined {
  const object = text[at] === '{';
  if (!object && text[at] !== '[') return undefined;
  let next = skip(text, at + 1);
  for (let index = 0; next < text.length && text[next] !== '}' && text[next] !== ']'; index += 1) {
    let name = String(index);
    if (object) {
      const end = stringEnd(text, next);
      try {
        name = JSON.parse(text.slice(next, end)) as string;
      } catch {
        return undefined;
      }
      next = skip(text, end);
    }
    if (name === part) return next;
    next = skip(text, valueEnd(text, next));
  }
  return undefined;
}
