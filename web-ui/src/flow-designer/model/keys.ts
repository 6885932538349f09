import { local, type LocalText } from '../../i18n';
import type { Flow, NodeType } from './document';

/** Kebab-case of the Latin words of a title; empty when it has none. */
export function keyFrom(title: LocalText | undefined): string {
  const text = typeof title === 'string' ? title : (title?.['en'] ?? local(title));
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** The word itself, else with the first number that makes it one of its own. */
export function unique(word: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  if (!known.has(word)) return word;
  let number = 2;
  while (known.has(`${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

/** A key for a new node: from its title where that has Latin words, else from its type. Keys stay for ever. */
export function newKey(flow: Flow, type: NodeType, title?: LocalText): string {
  return unique(
    keyFrom(title) || type,
    flow.nodes.map(({ key }) => key),
  );
}
