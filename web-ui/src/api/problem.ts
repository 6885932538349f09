import { i18n } from '../i18n';

/** One finding inside a problem: where (JSON Pointer into the request) and what. */
export interface Finding {
  pointer?: string;
  code: string;
  params?: Record<string, unknown>;
  severity?: 'error' | 'warning';
}

/** The body of an RFC 9457 answer. */
export interface ProblemBody {
  status: number;
  code: string;
  params?: Record<string, unknown>;
  errors?: Finding[];
  traceId?: string;
  changes?: FieldChange[];
}

/** What differs from a version that was seen; without values where they are withheld. */
export interface FieldChange {
  field: string;
  from?: unknown;
  to?: unknown;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly errors: Finding[];
  readonly traceId: string | undefined;
  readonly changes: FieldChange[];

  constructor(body: ProblemBody) {
    super(body.code);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.params = body.params ?? {};
    this.errors = body.errors ?? [];
    this.traceId = body.traceId;
    this.changes = body.changes ?? [];
  }
}

/** What happened, why and what to do, in the reader's language: by code, else by status. */
export function problemText(problem: unknown): string {
  if (!(problem instanceof Problem)) return i18n.t('problem.network');
  const byCode = codeText(problem.code, problem.params);
  if (byCode) return byCode;
  const status = `problem.status.${problem.status}`;
  return i18n.exists(status) ? i18n.t(status) : i18n.t('problem.unknown');
}

/** Words for a finding at a field; a code without words falls back to a plain "not accepted". */
export function findingText(finding: Finding): string {
  return codeText(finding.code, finding.params ?? {}) ?? i18n.t('problem.finding');
}

function codeText(code: string, params: Record<string, unknown>): string | undefined {
  const key = `problem.code.${code.replaceAll('.', '_')}`;
  const context = typeof params['reason'] === 'string' ? { context: params['reason'] } : {};
  return i18n.exists(key) ? i18n.t(key, { ...params, ...context }) : undefined;
}
