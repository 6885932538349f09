import { addressOf, runs } from './address';
import { linesOf } from './blanks';
import { marked, PLAIN, type Block, type Marks } from './blocks';
import { BlockBuilder, emptyLine } from './builder';
import { ADDRESSES, MARKS, nameOf, roleOf } from './vocabulary';

export type Refusal =
  'SCRIPT' | 'HANDLER' | 'ADDRESS' | 'EMBEDDED' | 'FORM' | 'UNSUPPORTED' | 'DEPTH' | 'NODES' | 'CONTROL';

export interface Reading {
  /** Of no use where something is refused. */
  blocks: Block[];
  refusals: Set<Refusal>;
}

const MOST_NODES = 50_000;
const DEEPEST = 100;
/** Ends the parser's own head, so that everything given stands in the body, as in a fragment. */
const HEAD = '<!DOCTYPE html><html><head></head><body>';
const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** Parses HTML in a document of its own, in which nothing runs and nothing is loaded, and reads it as the server does. */
export function read(html: string): Reading {
  const parsed = new DOMParser().parseFromString(HEAD + html.replace(/\r\n?/g, '\n'), 'text/html');
  const reader = new Reader();
  const builder = new BlockBuilder();
  reader.attributes(parsed.documentElement);
  reader.attributes(parsed.body);
  if (parsed.body.children.length === 0) {
    // Nobody marked anything up: the lines are those of a plain text.
    const text = [...parsed.body.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    for (const line of text
      .map((node) => node.nodeValue ?? '')
      .join('')
      .split('\n'))
      builder.leaf('p', () => reader.text(line, builder, PLAIN));
  } else {
    reader.children(parsed.body, builder, PLAIN, 0);
  }
  return { blocks: builder.trimmed(), refusals: reader.refusals };
}

class Reader {
  readonly refusals = new Set<Refusal>();
  private nodes = 0;
  private verbatim = false;

  children(parent: Element, builder: BlockBuilder, marks: Marks, depth: number): void {
    if (depth > DEEPEST) {
      this.refusals.add('DEPTH');
      return;
    }
    for (const node of parent.childNodes) {
      if (this.counted()) return;
      if (node.nodeType === Node.TEXT_NODE) {
        this.text(node.nodeValue ?? '', builder, marks);
      } else if (node instanceof Element) {
        this.attributes(node);
        this.element(node, builder, marks, depth + 1);
      }
    }
  }

  text(text: string, builder: BlockBuilder, marks: Marks): void {
    if (CONTROL.test(text.replace(/[\n\t]/g, ''))) this.refusals.add('CONTROL');
    if (text !== '') builder.text({ text, lineBreak: false, marks });
  }

  attributes(element: Element): void {
    for (const { name, value } of element.attributes) {
      const key = name.toLowerCase();
      if (key.startsWith('on')) this.refusals.add('HANDLER');
      else if (ADDRESSES.has(key) && runs(value)) this.refusals.add('ADDRESS');
      else if (key === 'srcdoc') this.refusals.add('EMBEDDED');
    }
  }

  private counted(): boolean {
    this.nodes += 1;
    if (this.nodes > MOST_NODES) this.refusals.add('NODES');
    return this.nodes > MOST_NODES;
  }

  private element(element: Element, builder: BlockBuilder, marks: Marks, depth: number): void {
    const name = nameOf(element);
    const role = roleOf(name);
    const inside = (next: Marks) => this.children(element, builder, next, depth);
    switch (role) {
      case 'mark': {
        const mark = MARKS.find((each) => each === name);
        return inside(mark ? marked(marks, mark) : marks);
      }
      case 'link':
        return inside(this.link(element, marks));
      case 'leaf':
        return builder.leaf(name, () => inside(marks));
      case 'pre':
        return this.verbatim ? inside(marks) : this.pre(element, builder, depth);
      case 'group':
        return this.group(name, element, builder, marks, depth);
      case 'item':
        return this.list('ul', 1, [element], builder, marks, depth);
      case 'break':
        return builder.text({ text: '\n', lineBreak: true, marks });
      case 'line':
        return builder.block({ kind: 'line' });
      case 'inline':
        return inside(marks);
      case 'block':
        builder.end();
        inside(marks);
        return builder.end();
      case 'silent':
        return;
      default:
        this.refusals.add(role);
    }
  }

  private link(element: Element, marks: Marks): Marks {
    const written = element.getAttribute('href');
    if (written === null) return marks;
    const href = addressOf(written);
    if (href === undefined) this.refusals.add('ADDRESS');
    return href === undefined ? marks : { ...marks, href };
  }

  private pre(element: Element, builder: BlockBuilder, depth: number): void {
    // Read for what is refused; the text is taken as it stands.
    this.verbatim = true;
    this.children(element, new BlockBuilder(), PLAIN, depth);
    this.verbatim = false;
    const text = linesOf(linesIn(element, 0));
    if (text.trim() !== '')
      builder.block({ kind: 'leaf', element: 'pre', runs: [{ text, lineBreak: false, marks: PLAIN }] });
  }

  private group(name: string, element: Element, builder: BlockBuilder, marks: Marks, depth: number): void {
    if (name !== 'blockquote') {
      const start = name === 'ol' && /^[0-9]{1,4}$/.test(element.getAttribute('start') ?? '');
      const first = start ? Number(element.getAttribute('start')) : 1;
      return this.list(name, first, [...element.childNodes], builder, marks, depth);
    }
    const inner = new BlockBuilder();
    this.children(element, inner, marks, depth);
    if (inner.blocks().length > 0) builder.block({ kind: 'group', element: name, start: 1, blocks: inner.blocks() });
  }

  /** What stands between the items of a list belongs to the item before it. */
  private list(name: string, start: number, parts: Node[], builder: BlockBuilder, marks: Marks, depth: number): void {
    const items: BlockBuilder[] = [];
    const next = () => {
      const item = new BlockBuilder();
      items.push(item);
      return item;
    };
    for (const part of parts) {
      if (this.counted()) return;
      if (part.nodeType === Node.TEXT_NODE) {
        if ((part.nodeValue ?? '').trim() !== '') this.text(part.nodeValue ?? '', items.at(-1) ?? next(), marks);
      } else if (part instanceof Element) {
        this.attributes(part);
        if (part.localName === 'li') this.children(part, next(), marks, depth + 1);
        else if (roleOf(nameOf(part)) !== 'silent') this.element(part, items.at(-1) ?? next(), marks, depth + 1);
      }
    }
    if (items.length === 0) return;
    const blocks = items.map((item): Block => {
      const lines = item.blocks();
      return { kind: 'group', element: 'li', start: 1, blocks: lines.length > 0 ? lines : [emptyLine()] };
    });
    builder.block({ kind: 'group', element: name, start, blocks });
  }
}

function linesIn(node: Node, depth: number): string {
  if (depth > DEEPEST) return '';
  return [...node.childNodes]
    .map((child) => {
      if (child.nodeType === Node.TEXT_NODE) return child.nodeValue ?? '';
      return child.nodeName.toLowerCase() === 'br' ? '\n' : linesIn(child, depth + 1);
    })
    .join('');
}
