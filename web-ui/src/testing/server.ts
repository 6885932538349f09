import { vi } from 'vitest';

export interface Request {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}
type Answer = unknown | ((request: Request) => unknown);

/** A refusal, to be answered by `serve`. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown> = {},
  ) {}
}

/** An answer with its version as entity tag, to be given by `serve`. */
export class Versioned {
  constructor(
    readonly version: number,
    readonly body: unknown,
  ) {}
}

/** Answers `fetch` from a table "METHOD /path" (without query and base); returns what was asked. Unknown calls answer 404. */
export function serve(table: Record<string, Answer>): Request[] {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const path = address.replace('/api/v1', '');
    const request: Request = {
      method: init.method ?? 'GET',
      path,
      headers: (init.headers ?? {}) as Record<string, string>,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    };
    asked.push(request);
    const entry = table[`${request.method} ${path}`] ?? table[`${request.method} ${path.split('?')[0]}`];
    const answer = typeof entry === 'function' ? (entry as (request: Request) => unknown)(request) : entry;
    if (answer === undefined) return json(404, { code: 'request.not-found', status: 404 });
    if (answer instanceof Refusal) return json(answer.status, { status: answer.status, ...answer.body });
    if (answer instanceof Versioned) return json(200, answer.body, { ETag: `"${answer.version}"` });
    return json(200, answer);
  });
  return asked;
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}
