import type { NodeRef } from '../api';
import { local } from '../i18n';

interface AtNode {
  node: string | NodeRef | null;
  nodeTitle?: string | null;
}

/** The title of the step a task or an entry stands at; empty when only its key is known, which means nothing to people. */
export function nodeTitle({ node, nodeTitle: title }: AtNode): string {
  if (title) return title;
  return node && typeof node !== 'string' ? local(node.title) : '';
}
