import { createElement, type ReactNode } from 'react';
import { richText, type Block, type Run } from '../../schema';
import type { CellProps } from '../defineField';
import './richText.css';

/** The text as it was written. Elements are made of what was read, so nothing but the allowed ones can appear. */
export function Detail({ value }: CellProps<string>) {
  const { blocks, findings } = richText(value);
  // The server keeps nothing that is refused here; if it ever did, its source is at least legible.
  if (findings.length > 0) return <p className="jm-rich">{value}</p>;
  return <div className="jm-rich">{blocks.map(shown)}</div>;
}

function shown(block: Block, index: number): ReactNode {
  if (block.kind === 'line') return <hr key={index} />;
  if (block.kind === 'leaf') return createElement(headed(block.element), { key: index }, ...block.runs.map(shownRun));
  const start = block.element === 'ol' && block.start !== 1 ? { start: block.start } : {};
  return createElement(block.element, { key: index, ...start }, ...block.blocks.map(shown));
}

/** The page has its own headings above: those of a text come below them. */
function headed(element: string): string {
  return /^h[123]$/.test(element) ? `h${Number(element[1]) + 3}` : element;
}

function shownRun({ text, lineBreak, marks }: Run, index: number): ReactNode {
  let inner: ReactNode = lineBreak ? <br /> : text;
  for (const kind of [...marks.kinds].reverse()) inner = createElement(kind, null, inner);
  return marks.href ? (
    <a key={index} href={marks.href} target="_blank" rel="noopener noreferrer nofollow">
      {inner}
    </a>
  ) : (
    <span key={index}>{inner}</span>
  );
}
