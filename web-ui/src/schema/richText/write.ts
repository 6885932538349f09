import type { Block, Marks, Run } from './blocks';

/** Blocks as the one HTML that stands for them. Angle brackets stand in tags only, so that a pattern finds those. */
export function write(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'line') return '<hr>';
      if (block.kind === 'leaf') return `<${block.element}>${writeRuns(block.runs)}</${block.element}>`;
      const start = block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${block.element}${start}>${write(block.blocks)}</${block.element}>`;
    })
    .join('');
}

/** The start tags around a text, outermost first. */
export function tagsOf({ href, kinds }: Marks): string[] {
  const link = `<a href="${escaped(href).replaceAll('"', '&quot;')}" rel="noopener noreferrer nofollow">`;
  return [...(href ? [link] : []), ...kinds.map((kind) => `<${kind}>`)];
}

/** Neighbours share the tags that they both carry, as far as these are the outer ones. */
function writeRuns(runs: Run[]): string {
  let out = '';
  let open: string[] = [];
  const close = (kept: number) => {
    for (const tag of open.slice(kept).reverse()) out += `</${/^<([a-z]+)/.exec(tag)?.[1] ?? ''}>`;
  };
  for (const run of runs) {
    const wanted = tagsOf(run.marks);
    let shared = 0;
    while (shared < open.length && shared < wanted.length && open[shared] === wanted[shared]) shared += 1;
    close(shared);
    out += wanted.slice(shared).join('') + (run.lineBreak ? '<br>' : escaped(run.text));
    open = wanted;
  }
  close(0);
  return out;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
