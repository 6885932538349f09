import type { AuditEntry } from '../api';

/** Actions the log knows words for; the filter offers them. */
export const ACTIONS = [
  'record.create',
  'record.update',
  'record.submit',
  'record.delete',
  'record.restore',
  'record.read',
  'record.list',
  'record.search',
  'record.reveal',
  'record.export',
  'record.import',
  'task.approve',
  'task.reject',
  'task.return',
  'task.transfer',
  'form.publish',
  'workflow.publish',
  'identity.sign-in',
  'access.denied',
  'audit.read',
] as const;

export function actionKey(action: string | undefined): string {
  return `audit.act.${(action ?? '').replaceAll('.', '_')}`;
}

export function actorName(entry: AuditEntry): string | undefined {
  return typeof entry.actor === 'object' && entry.actor !== null ? entry.actor.name : undefined;
}

export function targetTitle(entry: AuditEntry): string | undefined {
  return typeof entry.target === 'object' && entry.target !== null ? entry.target.title : undefined;
}
