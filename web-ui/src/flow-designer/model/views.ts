import { isProtected, levelOf, type Field } from '../../schema';
import type { Access, FlowNode } from './document';

export const ACCESSES: readonly Access[] = ['hidden', 'masked', 'reveal', 'read', 'edit'];

/** Node types at which people see a record. */
export const shows = (node: FlowNode): boolean => ['start', 'approval', 'handling', 'cc'].includes(node.type);

/** What a node says of a field: what is named, else its default; a node that says nothing shows everything masked. */
export function accessAt(node: FlowNode, field: string): Access {
  if (node.fields === undefined) return 'masked';
  return node.fields[field] ?? node.fields['*'] ?? 'hidden';
}

/** The most that anybody sees of a field in a task without opening it. */
export function mostOf(field: Field): Access {
  const level = levelOf(field);
  return level === 'secret' ? 'masked' : level === 'sensitive' ? 'reveal' : 'edit';
}

/** What is shown in fact: what the node says, cut down to what the tag allows. Typing in what one may not read is no reading. */
export function shownAt(node: FlowNode, field: Field): Access {
  const said = accessAt(node, field.key);
  const most = mostOf(field);
  return ACCESSES.indexOf(said) > ACCESSES.indexOf(most) ? most : said;
}

/** Protected fields that can be seen in clear at a node, at once or by opening them. */
export function opened(node: FlowNode, fields: readonly Field[]): Field[] {
  if (!shows(node) || (node.type === 'start' && node.fields === undefined)) return [];
  return fields.filter((field) => isProtected(field) && ['reveal', 'read', 'edit'].includes(shownAt(node, field)));
}

/** The fields of a node with one of them changed; what equals the default is not written down. */
export function withAccess(node: FlowNode, field: string, access: Access): Record<string, Access> {
  const now = node.fields ?? { '*': 'masked' as const };
  return { ...now, [field]: access };
}
