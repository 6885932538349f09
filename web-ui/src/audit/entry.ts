import type { AuditEntry } from '../api';

/** Actions that the filter offers, by what they are about; each has words. */
export const ACTION_GROUPS = {
  record: [
    'record.create',
    'record.update',
    'record.submit',
    'record.trash',
    'record.purge',
    'record.restore',
    'record.share',
    'record.unshare',
  ],
  look: [
    'record.read',
    'record.list',
    'record.search',
    'record.reveal',
    'record.print',
    'record.export',
    'record.export-fetch',
    'record.duplicates',
    'file.download',
  ],
  task: ['task.approve', 'task.reject', 'task.return', 'task.transfer', 'task.read', 'workflow.certificate'],
  design: ['form.draft', 'form.publish', 'workflow.save-draft', 'workflow.publish', 'workflow.retry'],
  privacy: [
    'subject.search',
    'subject.read',
    'consent.read',
    'consent.give',
    'consent.withdraw',
    'purposes.replace',
    'subject.erase',
    'subject.erased',
    'subject.restrict',
    'subject.lift',
    'subject.hold',
    'subject.release',
    'rights.create',
    'rights.answer',
    'rights.refuse',
    'rights.carry-out',
    'rights.download',
  ],
  system: ['identity.sign-in', 'simulation.begin', 'audit.read'],
} as const;

export function actionKey(action: string | undefined): string {
  return `audit.act.${(action ?? '').replaceAll('.', '_')}`;
}

/** The record an entry is about, when its target names one: `record/<form>/<id>`. */
export function recordOf({ target }: Pick<AuditEntry, 'target'>): { form: string; id: string } | undefined {
  const [, form, id] = /^record\/([a-z][a-z0-9-]*)\/([0-9a-f-]{36})$/.exec(target) ?? [];
  return form && id ? { form, id } : undefined;
}

/** What a filter by target is about: one record, all of a form, one person; `other` is told by no words. */
export function targetKind(target: string): { kind: 'record' | 'form' | 'subject' | 'other'; form?: string } {
  const record = recordOf({ target });
  if (record) return { kind: 'record', form: record.form };
  const [, form] = /^record\/([a-z][a-z0-9-]*)\/\*$/.exec(target) ?? [];
  if (form) return { kind: 'form', form };
  return { kind: target.startsWith('subject/') ? 'subject' : 'other' };
}

/** Entries in order, those of one day of the reader together. */
export function byDay<T extends { at: string }>(entries: T[]): { day: string; entries: T[] }[] {
  const days: { day: string; entries: T[] }[] = [];
  for (const entry of entries) {
    const day = localDay(new Date(entry.at));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function localDay(at: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
