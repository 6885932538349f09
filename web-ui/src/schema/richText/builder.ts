import { tidied } from './blanks';
import type { Block, Run } from './blocks';

/** Collects the blocks of one container; text that stands in none becomes a paragraph. */
export class BlockBuilder {
  private readonly done: Block[] = [];
  private open: Run[] = [];
  private element = 'p';

  text(run: Run): void {
    this.open.push(run);
  }

  block(block: Block): void {
    this.end();
    this.done.push(block);
  }

  /** Text is a paragraph of its own; blank text between blocks is none. */
  end(): void {
    const runs = tidied(this.open);
    this.open = [];
    if (runs.some((run) => run.text.trim() !== '')) this.done.push({ kind: 'leaf', element: this.element, runs });
  }

  /** What the content adds is in paragraphs of this element, one at least: an empty line is something that people leave. */
  leaf(element: string, content: () => void): void {
    this.end();
    const before = this.done.length;
    const outer = this.element;
    this.element = element;
    content();
    this.end();
    this.element = outer;
    if (this.done.length === before) this.done.push(emptyLine());
  }

  blocks(): Block[] {
    this.end();
    return this.done;
  }

  /** Without the empty lines before and after everything. */
  trimmed(): Block[] {
    const blocks = [...this.blocks()];
    while (isEmptyLine(blocks[0])) blocks.shift();
    while (isEmptyLine(blocks.at(-1))) blocks.pop();
    return blocks;
  }
}

export function emptyLine(): Block {
  return { kind: 'leaf', element: 'p', runs: [] };
}

function isEmptyLine(block: Block | undefined): boolean {
  return block?.kind === 'leaf' && block.runs.length === 0;
}
