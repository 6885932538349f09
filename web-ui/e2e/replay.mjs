// The built interface with answers that were recorded from a server, so that a page is the same wherever and whenever it is looked at.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { isAsked, question } from './answers.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
/** Whose answers a page is given. */
export const PICTURE = 'x-picture';

/**
 * Serves on a port of its own.
 * @param answersOf the recorded answers of a picture by question: `{status, type, body}`
 * @param onUnknown told of what was asked and never recorded
 */
export async function replay(dist, answersOf, onUnknown) {
  const server = createServer((request, response) => {
    if (!isAsked(request.url)) return file(dist, request.url, response);
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const picture = request.headers[PICTURE];
      const asked = question(request.method, request.url, body);
      if (/^GET \/api\/v1\/events\b/.test(asked)) return response.writeHead(204).end();
      const known = answersOf(picture)?.[asked];
      if (!known) onUnknown(picture, asked);
      const { status, type, body: said } = known ?? { status: 404, type: 'application/problem+json', body: {} };
      response.writeHead(status, { 'Content-Type': type });
      response.end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Unknown paths are pages of the interface. */
function file(dist, url, response) {
  const wanted = join(dist, normalize(new URL(url, 'http://localhost').pathname));
  const found = existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.writeHead(200, {
    'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream',
    'Cache-Control': found.endsWith('.html') ? 'no-store' : 'max-age=3600',
  });
  createReadStream(found).pipe(response);
}
