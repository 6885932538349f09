// How quick the largest forms are in Chromium: five hundred fields of all kinds, new, read and edited, from answers made here, so that what
// is measured is the interface alone. Usage: node dev/wide.mjs [--runs=5] [--fields=500] [--dist=folder]; prints a table, judges nothing.
//   stands   until every field is on the page, its control or what stands in for it      busy   processor time of the page's thread until then
//   key      the wait between a key press and the paint that shows it, in one of the first fields and in the last one: median and worst of all presses
import { readAnswers } from '../e2e/answers.mjs';
import { openBrowser } from '../e2e/browser.mjs';
import { builtInterface } from '../e2e/built.mjs';
import { replay } from '../e2e/replay.mjs';
import { widePages } from './wideForm.mjs';

const option = (name) => process.argv.find((each) => each.startsWith(`--${name}=`))?.split('=')[1];
const RUNS = Number(option('runs') ?? 5);
const FIELDS = Number(option('fields') ?? 500);

const recorded = readAnswers(new URL('../e2e/pictures/answers/', import.meta.url).pathname).get('record');
const pages = widePages(FIELDS, recorded.answers);
const server = await replay(
  option('dist') ?? (await builtInterface()),
  () => pages.answers,
  () => undefined,
);
const browser = await openBrowser();
const measured = new Map();
for (let run = 0; run < RUNS; run += 1) {
  await opened('new', pages.fresh, async (page) => void (await page.goto(pages.fresh)));
  await opened('record', pages.record, async (page) => void (await page.goto(pages.record)));
  await opened('edit', pages.record, async (page) => {
    await page.goto(pages.record);
    await page.waitForFunction(all, FIELDS);
    return () => page.getByRole('button', { name: /^编辑/ }).first().click();
  });
}
await browser.close();
server.close();

console.log(`${FIELDS} fields, milliseconds, median of ${RUNS} (worst)`);
console.log('page | first fields | stands | busy | longest block | nodes | key, a first field | key, last field');
for (const [name, runs] of measured) {
  const columns = ['first', 'stands', 'busy', 'block', 'nodes', 'key', 'lastKey'].map((what) =>
    told(runs.flatMap((run) => run[what] ?? [])),
  );
  console.log([name, ...columns].join(' | '));
}

/** Opens a page that has been opened before by the same person, as people do all day. */
async function opened(name, path, open) {
  const context = await browser.newContext({
    baseURL: server.base,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(120_000);
  await context.addInitScript(watch, FIELDS);
  const earlier = await context.newPage();
  await earlier.goto(path);
  await earlier.waitForFunction(all, FIELDS);
  await earlier.close();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const act = await open(page);
  const spent = async () =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value * 1_000;
  const before = act ? await spent() : 0;
  if (act) {
    await page.evaluate(() => window.jianmiWide.again());
    await act();
  }
  await page.waitForFunction(all, FIELDS);
  const seen = await page.evaluate(() => window.jianmiWide);
  const metrics = (await client.send('Performance.getMetrics')).metrics;
  const of = (key) => metrics.find((each) => each.name === key)?.value ?? 0;
  const result = { ...seen, busy: of('TaskDuration') * 1_000 - before, nodes: of('Nodes') };
  if (name !== 'record') {
    result.key = await key(page, 'first');
    result.lastKey = await key(page, 'last');
  }
  measured.set(name, [...(measured.get(name) ?? []), result]);
  await context.close();
}

/** The waits of some presses; the browser tells of nothing quicker than 16 ms. */
async function key(page, which) {
  const control = page.getByLabel(which === 'first' ? '字段9' : `字段${FIELDS - 1}`, { exact: true });
  await control.focus();
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.jianmiWide.waits = [];
  });
  for (const letter of 'abcdef') {
    await page.keyboard.press(letter);
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(300);
  return page.evaluate(() => (window.jianmiWide.waits.length > 0 ? window.jianmiWide.waits : [16]));
}

function told(times) {
  const known = times.toSorted((a, b) => a - b);
  if (known.length === 0) return '';
  return `${Math.round(known[Math.floor(known.length / 2)])} (${Math.round(known.at(-1))})`;
}

/** Runs in the page: whether all fields have been there. */
function all(count) {
  return window.jianmiWide?.stands > 0 && document.querySelectorAll('.jm-field').length >= count;
}

/** Runs in the page: notes when fields stand, for how long the page was not to be spoken to, and how long keys waited. */
function watch(fields) {
  const told = { first: 0, stands: 0, block: 0, waits: [], began: 0 };
  window.jianmiWide = told;
  let edited = false;
  const on = (type, note, more = {}) =>
    new window.PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...more,
    });
  on('longtask', (entry) => {
    told.block = Math.max(told.block, entry.duration);
  });
  on('event', (entry) => entry.interactionId && told.waits.push(entry.duration), { durationThreshold: 16 });
  const look = () => {
    const count = document.querySelectorAll(edited ? 'form .jm-field' : '.jm-field').length;
    if (count > 0) told.first ||= window.performance.now() - told.began;
    if (count >= fields) told.stands ||= window.performance.now() - told.began;
    if (!told.stands) window.requestAnimationFrame(look);
  };
  told.again = () => {
    Object.assign(told, { first: 0, stands: 0, block: 0, began: window.performance.now() });
    edited = true;
    window.requestAnimationFrame(look);
  };
  window.requestAnimationFrame(look);
}
