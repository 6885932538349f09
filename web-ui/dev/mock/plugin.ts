import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { handle, type Reply } from './server';

/** Answers `/api/v1` from memory under `vite` and `vite preview`. Never part of the built product. */
export function mockServer(): Plugin {
  const use = ({ middlewares }: { middlewares: Connect.Server }) => {
    middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (url.pathname === '/login') return redirect(response, url.searchParams.get('to') ?? '/', 'jm=in');
      if (url.pathname === '/logout') return redirect(response, '/', 'jm=; Max-Age=0');
      if (url.pathname === '/api/v1/events') return nothing(response);
      if (!url.pathname.startsWith('/api/v1')) return next();
      void answer(request, response, url);
    });
  };
  return { name: 'jianmi-mock', configureServer: use, configurePreviewServer: use };
}

async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const text = await bodyOf(request);
  const signedIn = /jm=in/.test(request.headers.cookie ?? '');
  const reply: Reply = signedIn
    ? handle({
        method: request.method ?? 'GET',
        parts: url.pathname.slice('/api/v1/'.length).split('/').map(decodeURIComponent),
        query: url.searchParams,
        body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
        version: Number((request.headers['if-match'] ?? '').replaceAll('"', '')) || undefined,
      })
    : { status: 401, body: { code: 'identity.unauthenticated', status: 401 } };
  await new Promise((done) => setTimeout(done, 40));
  response.statusCode = reply.status;
  response.setHeader('Content-Type', reply.status < 400 ? 'application/json' : 'application/problem+json');
  response.end(reply.status === 204 ? '' : JSON.stringify(reply.body));
}

/** Nobody but the reader changes anything here: a stream that is answered so is not asked for again soon. */
function nothing(response: ServerResponse): void {
  response.statusCode = 204;
  response.end();
}

function redirect(response: ServerResponse, to: string, cookie: string): void {
  response.statusCode = 302;
  response.setHeader('Set-Cookie', `${cookie}; Path=/`);
  response.setHeader('Location', to.startsWith('/') ? to : '/');
  response.end();
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((done) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => done(text));
  });
}
