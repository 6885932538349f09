import { levelOf, type Field, type Level } from '../../schema';
import type { FieldState, PermissionGroup } from '../../studio';
import { kindOf } from '../palette/catalog';

export const LEVELS: Level[] = ['public', 'internal', 'personal', 'sensitive', 'secret'];

export const KINDS = (
  'name phone email idcard bankcard address geo birth wechat plate passport health biometric minor credential finance behaviour opinion employee ' +
  'contract trade'
).split(' ');

export const BASES = [
  'consent',
  'contract',
  'legal-obligation',
  'vital-interest',
  'public-interest',
  'legitimate-interest',
  'employment',
];

/** How values of a type can be found while they are encrypted. */
export function searchModes(type: string): string[] {
  if (type === 'email' || type === 'url') return ['exact'];
  return ['text', 'phone', 'id-card', 'bank-card', 'plate', 'uscc'].includes(type) ? ['exact', 'last4'] : [];
}

/** Whether a level lies below what the type implies, so that a reason must be written. */
export function belowType(type: string, level: Level): boolean {
  return LEVELS.indexOf(level) < LEVELS.indexOf(kindOf(type)?.level ?? 'internal');
}

/** What members of a group can do with a field at most, before rows and reveals: as the server decides it. */
export function accessIn(group: PermissionGroup, field: Field): FieldState {
  const level = levelOf(field);
  const usual: FieldState = level === 'public' ? 'read' : level === 'internal' ? 'hidden' : 'masked';
  return group.fields?.[field.key] ?? group.fields?.['*'] ?? usual;
}

/** What is left of reading under the cap of the level. */
export function readsAs(access: FieldState, level: Level): FieldState {
  const order: FieldState[] = ['hidden', 'masked', 'reveal', 'read', 'edit'];
  const cap: FieldState = level === 'sensitive' ? 'reveal' : level === 'secret' ? 'masked' : 'edit';
  return order.indexOf(access) > order.indexOf(cap) ? cap : access;
}
