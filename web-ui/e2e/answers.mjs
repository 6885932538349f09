// What a server answered while a page was opened, kept as text so that a change of it can be read.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Answers that several pages are given alike. */
const COMMON = 'common';

export const isAsked = (address) => /^\/(api|regions)\b/.test(new URL(address, 'http://localhost').pathname);

/** What tells one question from another; a body by its hash. */
export function question(method, address, body) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  searchParams.sort();
  const sent = body ? createHash('sha256').update(body).digest('hex').slice(0, 12) : '';
  return [method, pathname + (searchParams.size > 0 ? `?${searchParams}` : ''), sent].filter(Boolean).join(' ');
}

/** Notes what one page is answered; `at` is the time at which its clock stands. */
export class Recorder {
  constructor(at) {
    this.at = at;
    this.path = '';
    this.answers = {};
  }

  async follow(page, path, open) {
    this.path = path;
    const noted = [];
    page.on('response', (response) => {
      if (isAsked(response.url()) && response.request().resourceType() !== 'eventsource')
        noted.push(this.#note(response));
    });
    await open();
    await Promise.all(noted);
  }

  async #note(response) {
    const request = response.request();
    const text = await response.text().catch(() => '');
    const type = response.headers()['content-type'] ?? '';
    const key = question(request.method(), request.url(), request.postData());
    this.answers[key] = { status: response.status(), type, body: /json/.test(type) && text ? JSON.parse(text) : text };
  }
}

/** @param all recorders by picture */
export function writeAnswers(folder, all) {
  mkdirSync(folder, { recursive: true });
  for (const name of all.keys()) rmSync(`${folder}${name}.json`, { force: true });
  const count = new Map();
  const text = (key, answer) => `${key} ${JSON.stringify(answer)}`;
  for (const { answers } of all.values())
    for (const [key, answer] of Object.entries(answers))
      count.set(text(key, answer), (count.get(text(key, answer)) ?? 0) + 1);
  const common = {};
  for (const [name, { at, path, answers }] of all) {
    const own = {};
    for (const key of Object.keys(answers).sort()) {
      const shared = count.get(text(key, answers[key])) > 2 && common[key] === undefined;
      if (shared) common[key] = answers[key];
      if (JSON.stringify(common[key]) !== JSON.stringify(answers[key])) own[key] = answers[key];
    }
    write(`${folder}${name}.json`, { at, path, answers: own });
  }
  write(`${folder}${COMMON}.json`, sorted(common));
}

const sorted = (answers) =>
  Object.fromEntries(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
const write = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);

/** What was recorded, by picture. */
export function readAnswers(folder) {
  const read = (file) => JSON.parse(readFileSync(folder + file, 'utf8'));
  const common = read(`${COMMON}.json`);
  return new Map(
    readdirSync(folder)
      .filter((file) => file !== `${COMMON}.json`)
      .map((file) => [file.replace('.json', ''), read(file)])
      .map(([name, { at, path, answers }]) => [name, { at, path, answers: { ...common, ...answers } }]),
  );
}
