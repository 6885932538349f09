/**
 * Shapes of the HTTP contract that the user interface reads and writes.
 * Written by hand until `api/openapi.json` stands; one file so that generated types can take its place.
 */
import type { LocalText } from '../i18n';

export interface Page<T> {
  items: T[];
  next: string | null;
  count?: Count;
}
export interface Count {
  value: number;
  exact: boolean;
}

export interface Me {
  id: string;
  name: string;
  locale?: string;
  tenants: TenantOfMe[];
}
export interface TenantOfMe {
  key: string;
  title?: LocalText;
  roles: string[];
}

export interface AppSummary {
  key: string;
  title: LocalText;
}
export interface FormSummary {
  key: string;
  title: LocalText;
}

export interface Person {
  id: string;
  name: string;
}
export interface Member extends Person {
  department?: Department;
}
export interface Department {
  id: string;
  name: string;
  parent?: string | null;
}
export interface Purpose {
  key: string;
  title: LocalText;
}

export type Access = 'masked' | 'reveal' | 'read' | 'edit';
export type RecordData = Record<string, unknown>;
/** What stands in place of a value that the reader may not see. */
export interface Masked {
  masked: string;
}
/** How a value that one may not read back is written. */
export interface Replace {
  replace: unknown;
}

export interface WorkflowState {
  status: InstanceStatus;
  openTasks: { id: string; node: string | NodeRef }[];
}
export type InstanceStatus = 'running' | 'completed' | 'rejected' | 'withdrawn' | 'terminated';
export interface NodeRef {
  key: string;
  title?: LocalText;
}

export interface FormRecord {
  id: string;
  form: string;
  formVersion: number;
  version: number;
  status: string;
  data: RecordData;
  access: Record<string, Access>;
  createdAt: string;
  createdBy: Person | null;
  updatedAt: string;
  updatedBy: Person | null;
  workflow: WorkflowState | null;
}
/** An item of a list whose stored row does not carry its seal any more. */
export interface BrokenRecord {
  id: string;
  problem: string;
}
export type ListedRecord = FormRecord | BrokenRecord;

export type Comparison = { field: string; op: string; value?: unknown };
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Comparison;
export interface RecordQuery {
  filter?: Filter;
  sort?: string[];
  fields?: string[];
  limit?: number;
  after?: string | null;
  count?: boolean;
}

export interface HistoryEntry {
  at: string;
  actor: Person | null;
  action: string;
  version?: number;
  audit?: number | null;
  changes?: HistoryChange[];
  /** `record.integrity`: this change's seal is broken and nothing of it is told. */
  problem?: string;
}
export interface HistoryChange {
  field: string;
  from?: unknown;
  to?: unknown;
}

export interface RevealAnswer {
  grant: string;
  expiresAt: string;
  values: RecordData;
}

export type Box = 'todo' | 'done' | 'initiated' | 'cc';
export interface TaskItem {
  id: string;
  record: { id: string; title: string };
  app: string;
  form: string;
  workflow: string;
  node: string | NodeRef;
  nodeTitle?: string | null;
  createdAt: string;
  due: string | null;
  initiator?: Person | null;
  status?: string;
  decision?: string | null;
  doneAt?: string | null;
  /** Of a copy: whether it was opened. */
  read?: boolean;
}
export interface WorkflowEntry {
  node: string | NodeRef | null;
  nodeTitle?: string | null;
  actor: Person | null;
  action: string;
  comment?: string | null;
  at: string;
  /** How long the step had waited for this, in milliseconds. */
  waitedMs?: number | null;
}
export interface WorkflowView {
  status: InstanceStatus;
  title?: LocalText;
  entries: WorkflowEntry[];
  openTasks: { id: string; node: string | NodeRef; nodeTitle?: string | null; assignees?: Person[]; createdAt?: string; due?: string | null }[];
}

export interface TreeHead {
  size: number;
  root: string;
  at: string;
  note: string;
}
export interface InclusionProof {
  leaf: number;
  size: number;
  leafHash: string;
  proof: string[];
}
export interface ConsistencyProof {
  from: number;
  to: number;
  proof: string[];
}
export interface AuditEntry {
  leaf: number;
  canonical: string;
  at: string;
  actor: Person;
  action: string;
  /** What it was done to, as a path of keys and ids. */
  target: string;
  out: 'allow' | 'deny';
  ctx: { purpose?: string };
  /** What an auditor may see of the payload; only of a single entry. */
  payload?: { purpose?: string; reason?: string; fields?: string[]; form?: string; count?: number };
  payloadState?: 'none' | 'kept' | 'gone';
}
