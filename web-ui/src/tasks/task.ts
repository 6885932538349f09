import type { FormRecord, TaskItem } from '../api';
import type { LocalText } from '../i18n';
import { isMasked, parseForm, type FormDefinition } from '../schema';
import type { NextStep } from '../workflow';

/** A node that a return may lead to. */
interface NodeRef {
  key: string;
  title?: LocalText;
}

/** A task with its record as its step may see it. */
export interface Task {
  id: string;
  app: string;
  form: string;
  title: string;
  node: string;
  /** True where one fills in data, or submits anew what came back: passing it is no consent. */
  handsIn: boolean;
  due: string | null;
  createdAt: string;
  /** In whose place this person acts. */
  for?: TaskItem['for'];
  /** What this person decided, and when; null while it is open. */
  decision: string | null;
  doneAt: string | null;
  definition: FormDefinition;
  record: FormRecord;
  /** What this person may do with it now; empty once it is done. */
  actions: string[];
  comment: 'required' | 'onReject' | 'optional';
  reveal: { purpose: string; minutes: number; approvedBy?: string[] } | null;
  /** Where a return may lead: previous, start, or a step that was passed. */
  returnTo: NodeRef[];
  /** Steps for which consent chooses who acts on them, and whether it must. */
  chooses: NextStep[];
  /** Signers whom this person has added and may take away. */
  signers: { id: string; name: string }[];
}

type Json = Record<string, unknown>;

/** Reads the answer of `GET tasks/{id}`: the inbox item with `record` in full, `definition` (or `form`) as the step sees it. */
export function parseTask(answer: unknown): Task {
  const json = answer as Json;
  const record = json['record'] as FormRecord & { title?: string };
  const inline = typeof json['form'] === 'object' && json['form'] !== null ? json['form'] : undefined;
  const definition = parseForm(json['definition'] ?? inline ?? {});
  const comment = json['comment'];
  return {
    ...(json as unknown as TaskItem),
    form: typeof json['form'] === 'string' ? json['form'] : definition.key,
    title: record.title ?? titleOf(record.data?.[definition.displayedBy ?? '']),
    definition,
    record: { ...record, access: record.access ?? {}, data: record.data ?? {} },
    handsIn: json['nodeType'] === 'handling' || json['kind'] === 'again',
    decision: (json['decision'] as string | undefined) ?? null,
    doneAt: (json['doneAt'] as string | undefined) ?? null,
    actions: Array.isArray(json['actions']) ? (json['actions'] as string[]) : [],
    comment: comment === 'required' || comment === 'onReject' ? comment : 'optional',
    reveal: (json['reveal'] as Task['reveal'] | undefined) ?? null,
    returnTo: Array.isArray(json['returnTo']) ? (json['returnTo'] as NodeRef[]) : [],
    chooses: Array.isArray(json['chooses']) ? (json['chooses'] as Task['chooses']) : [],
    signers: Array.isArray(json['signers']) ? (json['signers'] as Task['signers']) : [],
  };
}

/** The display field as this step sees it: its text, or its mask. */
function titleOf(value: unknown): string {
  if (isMasked(value)) return value.masked;
  return typeof value === 'string' ? value : '';
}
