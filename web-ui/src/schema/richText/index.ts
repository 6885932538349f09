import type { Finding } from '../../api';
import type { Block } from './blocks';
import { plainText } from './plainText';
import { read, type Refusal } from './read';
import { tagsOf, write } from './write';

export type { Block, Run } from './blocks';
export { addressOf } from './address';
export { plainText } from './plainText';

export interface RichText {
  /** The normal form, as the server would keep it; empty when nothing is said. */
  html: string;
  blocks: Block[];
  /** Why it is not taken as it is. */
  findings: Finding[];
}

const LONGEST = 1_000_000;
const MOST_NODES = 10_000;
const DEEPEST = 20;
const ROUNDS = 5;

/** What was read last: a page asks for the same few texts with every key press. */
const recent = new Map<string, RichText>();
const MOST_RECENT = 32;

/** The normal form of rich text, as the server would keep it. Pure; results are shared, so they are not to be changed. */
export function richText(given: string): RichText {
  const known = recent.get(given);
  if (known) return known;
  const made = normal(given);
  const oldest = recent.keys().next().value;
  if (recent.size >= MOST_RECENT && oldest !== undefined) recent.delete(oldest);
  recent.set(given, made);
  return made;
}

/** Parsed and written until nothing changes, by the rules of the server (`RichText`). */
function normal(given: string): RichText {
  let html = given;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (html.length > LONGEST) return refused(['NODES']);
    const { blocks, refusals } = read(html);
    if (refusals.size > 0) return refused([...refusals]);
    if (depthOf(blocks) > DEEPEST) return refused(['DEPTH']);
    if (nodesOf(blocks) > MOST_NODES) return refused(['NODES']);
    const written = write(blocks);
    const next = plainText(written).trim() === '' && !written.includes('<hr>') ? '' : written;
    if (next === html) return { html, blocks: html === '' ? [] : blocks, findings: [] };
    html = next;
  }
  return refused(['NODES']);
}

/** The words of a value; null when it says nothing. */
export function wordsOf(value: string): string | null {
  const { html } = richText(value);
  return html === '' ? null : plainText(html);
}

const CODES: Partial<Record<Refusal, string>> = {
  UNSUPPORTED: 'field.html-unsupported',
  DEPTH: 'field.html-too-complex',
  NODES: 'field.html-too-complex',
  CONTROL: 'field.control-character',
};

function refused(refusals: Refusal[]): RichText {
  const findings = refusals.map((reason): Finding => {
    const code = CODES[reason] ?? 'field.html-forbidden';
    return reason === 'UNSUPPORTED' || reason === 'CONTROL' ? { code } : { code, params: { reason } };
  });
  return { html: '', blocks: [], findings };
}

function depthOf(blocks: Block[]): number {
  return Math.max(
    0,
    ...blocks.map((block) => (block.kind === 'group' ? depthOf(block.blocks) + (block.element === 'li' ? 0 : 1) : 0)),
  );
}

function nodesOf(blocks: Block[]): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'group') return sum + 1 + nodesOf(block.blocks);
    if (block.kind === 'line') return sum + 1;
    return block.runs.reduce((each, run) => each + 1 + tagsOf(run.marks).length, sum + 1);
  }, 0);
}
