import { currentLocale } from '../i18n';
import { Problem, type ProblemBody } from './problem';
import { SIMULATION_HEADER, simulationId } from './simulation';

const BASE = '/api/v1';

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  /** The version read; sent as If-Match. */
  version?: number;
  /** Only where there is nothing yet; sent as If-None-Match. */
  absent?: boolean;
  /** Names this creation: sent again after a broken connection, it is done once. */
  once?: string;
  /** Asked as oneself, with whosever eyes the page looks. */
  asOneself?: boolean;
  /** As somebody who has not signed in, whoever has. */
  asNobody?: boolean;
  /** Seconds to wait for the workflow engine. */
  wait?: number;
  signal?: AbortSignal;
}

type Listener = () => void;
let onSignedOut: Listener = () => undefined;

/** Called once when any answer says that the session is gone. */
export function whenSignedOut(listener: Listener): void {
  onSignedOut = listener;
}

/** Calls the API with the browser session; anything but 2xx is thrown as a Problem. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const answer = await ask(path, options, 'application/json');
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

/** As `call`, with the version of what was answered, as its entity tag tells it; 0 for none. */
export async function callVersioned<T>(path: string, options: Call = {}): Promise<{ body: T; version: number }> {
  const answer = await ask(path, options, 'application/json');
  const tag = /^(?:W\/)?"?(\d+)"?$/.exec(answer.headers.get('ETag') ?? '');
  return { body: (await answer.json()) as T, version: Number(tag?.[1] ?? 0) };
}

/** As `call`, for an answer that is a document of that media type. */
export async function callFile(path: string, mediaType: string, options: Call = {}): Promise<Blob> {
  return (await ask(path, options, mediaType)).blob();
}

async function ask(path: string, options: Call, accept: string): Promise<Response> {
  const { method = 'GET', body, version, absent, once, wait, signal } = options;
  const headers: Record<string, string> = { Accept: accept, 'Accept-Language': currentLocale() };
  if (method !== 'GET') headers['X-Requested-With'] = 'jianmi';
  if (body instanceof FormData === false && body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  if (absent) headers['If-None-Match'] = '*';
  if (once !== undefined) headers['Idempotency-Key'] = once;
  if (wait !== undefined) headers['Prefer'] = `wait=${wait}`;
  const simulation = options.asOneself || options.asNobody ? undefined : simulationId();
  if (simulation !== undefined) headers[SIMULATION_HEADER] = simulation;
  const answer = await fetch(BASE + path, {
    method,
    headers,
    credentials: options.asNobody ? 'omit' : 'same-origin',
    cache: 'no-store',
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (!answer.ok) {
    const problem = new Problem(await problemBody(answer));
    if (answer.status === 401 && !asksForSecondFactor(answer, problem)) onSignedOut();
    throw problem;
  }
  return answer;
}

/** A 401 that only wants a fresh second factor (RFC 9470): the session itself stands. */
function asksForSecondFactor(answer: Response, problem: Problem): boolean {
  const challenge = answer.headers.get('WWW-Authenticate') ?? '';
  return challenge.includes('insufficient_user_authentication') || /step-up|insufficient/.test(problem.code);
}

async function problemBody(answer: Response): Promise<ProblemBody> {
  try {
    const body = (await answer.json()) as Partial<ProblemBody>;
    return { ...body, status: answer.status, code: body.code ?? `status.${answer.status}` };
  } catch {
    return { status: answer.status, code: `status.${answer.status}` };
  }
}

/** A path with encoded segments: path`/tenants/${t}/apps/${a}`. */
export function path(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.reduce((text, part, index) => text + encodeURIComponent(String(values[index - 1])) + part);
}
