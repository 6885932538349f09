import type { LocalText } from '../../i18n';

export type NodeType =
  'start' | 'approval' | 'handling' | 'cc' | 'condition' | 'parallel' | 'join' | 'subworkflow' | 'automation' | 'end';
export type Access = 'hidden' | 'masked' | 'reveal' | 'read' | 'edit';
export type Action = 'approve' | 'reject' | 'return' | 'transfer' | 'addSigner' | 'removeSigner' | 'save';

/** Exactly one way to find people. */
export interface Rule {
  members?: string[];
  roles?: string[];
  departments?: string[];
  headOf?: string;
  levels?: number;
  initiator?: true;
  field?: string;
  previous?: true;
  expression?: string;
}
export interface Assignees extends Rule {
  otherwise?: 'admin' | 'skip' | Rule;
}
export interface Sign {
  mode?: 'any' | 'all' | 'sequential' | 'ratio';
  ratio?: number;
  notInitiator?: boolean;
  notPrevious?: boolean;
  skipRepeated?: boolean;
}
export interface RevealTerms {
  purpose: string;
  minutes: number;
  stepUp?: 'mfa';
  approvedBy?: string;
}
export interface Due {
  after: string;
  remindEvery?: string;
  then?: 'approve' | 'reject' | 'notify' | { reassign: Rule };
}
export interface ReturnRule {
  to?: string | string[];
  then?: 'again' | 'straightBack';
}
export type Values = Record<string, string>;
export interface Create {
  form: string;
  values?: Values;
  relation?: string;
}
/** One step of an automation: exactly one of its properties. */
export interface AutomationStep {
  create?: Create;
  update?: { through?: string; values: Values };
  link?: { field: string; to?: string };
  webhook?: { url: string; event?: string; fields?: string[] };
  notify?: { assignees: Assignees; text?: LocalText; formula?: string };
  wait?: { for?: string; until?: string };
}
export type StepKind = keyof AutomationStep;

/** A node of a workflow definition; which properties it has follows from its type. */
export interface FlowNode {
  key: string;
  type: NodeType;
  title?: LocalText;
  assignees?: Assignees;
  sign?: Sign;
  fields?: Record<string, Access>;
  reveal?: RevealTerms;
  actions?: Action[];
  comment?: 'optional' | 'required' | 'onReject';
  return?: ReturnRule;
  due?: Due;
  steps?: AutomationStep[];
  /** `workflow`: which of the form's workflows starts. */
  records?: { through?: string; create?: Create; each?: string; workflow?: string };
  wait?: boolean;
  set?: Values;
}
export interface FlowEdge {
  from: string;
  to: string;
  title?: LocalText;
  when?: string;
  otherwise?: true;
  on?: 'reject';
}

/** A workflow definition, as the contract writes it. */
export interface Flow {
  $schema?: string;
  kind: 'workflow';
  key: string;
  title?: LocalText;
  form: string;
  startWhen?: string;
  nodes: FlowNode[];
  edges: FlowEdge[];
  withdraw?: { by: 'initiator'; before?: string[] };
}

/** A copy with some properties changed; `undefined` takes one away. */
export function put<T extends object>(object: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(
    Object.entries({ ...object, ...change }).filter(([, value]) => value !== undefined),
  ) as unknown as T;
}

/** Reads whatever a draft holds: what is no list becomes an empty one, so that a broken draft can be drawn and mended. */
export function asFlow(document: unknown): Flow {
  const raw = (typeof document === 'object' && document !== null ? document : {}) as Partial<Flow>;
  return {
    ...raw,
    kind: 'workflow',
    key: String(raw.key ?? ''),
    form: String(raw.form ?? ''),
    nodes: list<FlowNode>(raw.nodes),
    edges: list<FlowEdge>(raw.edges),
  };
}

const isObject = (item: unknown) => typeof item === 'object' && item !== null;

/** A whole list stays the same one. */
function list<T>(value: unknown): T[] {
  if (!Array.isArray(value)) return [];
  return value.every(isObject) ? (value as T[]) : (value as T[]).filter(isObject);
}
