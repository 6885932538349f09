import type { AuditEntry } from '../api';

/** Actions the log knows words for; the filter offers them. */
export const ACTIONS = [
  'record.create',
  'record.update',
  'record.submit',
  'record.trash',
  'record.purge',
  'record.restore',
  'record.read',
  'record.list',
  'record.search',
  'record.reveal',
  'task.approve',
  'task.reject',
  'task.return',
  'task.transfer',
  'form.publish',
  'workflow.publish',
  'workflow.retry',
  'audit.read',
] as const;

export function actionKey(action: string | undefined): string {
  return `audit.act.${(action ?? '').replaceAll('.', '_')}`;
}

/** The record an entry is about, when its target names one: `record/<form>/<id>`. */
export function recordOf(entry: AuditEntry): { form: string; id: string } | undefined {
  const [, form, id] = /^record\/([a-z][a-z0-9-]*)\/([0-9a-f-]{36})$/.exec(entry.target) ?? [];
  return form && id ? { form, id } : undefined;
}
