import type { NodeRef } from '../api';
import { local } from '../i18n';

/** A node's title; the server sends a title, or a node with one. */
export function nodeTitle(node: string | NodeRef | null | undefined): string {
  if (!node) return '';
  return typeof node === 'string' ? node : local(node.title, node.key);
}
