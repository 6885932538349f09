// How quick pages are in Chromium, from a running server: first and largest paint, when a page stands, how far things jump, and how
// long people wait for what they do. Prints a table, judges nothing. Usage: node dev/pace.mjs [address] [--only=home,list] [--runs=3]
//   --ui=http://127.0.0.1:4173   pages from another port of the same host    --acts   no loads    --app=pace   where the large ones are made
import { openBrowser, People } from '../e2e/browser.mjs';
import { enter } from '../e2e/enter.mjs';
import { prepare } from '../e2e/fixture.mjs';
import { states } from '../e2e/states.mjs';
import { ACTS, PAGES } from './paceActs.mjs';
import { prepareBig } from './paceBig.mjs';

const [address = 'http://127.0.0.1:8080', ...options] = process.argv.slice(2);
const option = (name) => options.find((each) => each.startsWith(`--${name}=`))?.split('=')[1];
const RUNS = Number(option('runs') ?? 3);
const wanted = option('only')?.split(',');
const one = (name) => !wanted || wanted.includes(name);

const browser = await openBrowser();
const people = new People(browser, address, option('ui'));
const all = { ...states(await prepare(people)), ...(await prepareBig(people, option('app') ?? 'pace')) };

console.log('milliseconds, median of', RUNS, '(worst)');
console.log('page | paint, nothing cached | largest | stands | paint, cached | largest | stands | shift');
for (const name of options.includes('--acts') ? [] : PAGES.filter(one)) {
  const loads = [];
  for (let run = 0; run < RUNS; run += 1) loads.push(await load(all[name]));
  const told = ['cold', 'warm'].flatMap((kind) =>
    ['paint', 'largest', 'stands'].map((what) => told3(loads.map((each) => each[kind][what]))),
  );
  const shift = Math.max(...loads.flatMap((each) => [each.cold.shift, each.warm.shift]));
  console.log([name, ...told, shift.toFixed(3)].join(' | '));
}
console.log('\nact | until the next paint | the longest frame');
for (const [name, { on, acts }] of Object.entries(ACTS).filter(([name]) => one(name))) {
  const waits = new Map();
  for (let run = 0; run < RUNS; run += 1) await act(all[on], acts, waits);
  for (const [what, { times, frames }] of waits) console.log(`${name}: ${what} | ${told3(times)} | ${told3(frames)}`);
}
await browser.close();

function told3(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return `${Math.round(sorted[Math.floor(sorted.length / 2)])} (${Math.round(sorted.at(-1))})`;
}

/** A page opened by somebody who has never been here, and once more by the same person. */
async function load(state) {
  const context = await people.context(state.as);
  await context.addInitScript(watch);
  try {
    return { cold: await opened(context, state), warm: await opened(context, state) };
  } finally {
    await context.close();
  }
}

async function opened(context, state) {
  const page = await context.newPage();
  const began = Date.now();
  await enter(page, state);
  const stands = Date.now() - began;
  const seen = await page.evaluate(() => window.jianmiPace);
  await page.close();
  return { ...seen, stands };
}

/**
 * Does one thing after the other on one page; after each, the longest wait between what was done and the paint that shows it, and the
 * longest frame: that of the moves of a pointer, and of what comes later than the first paint.
 */
async function act(state, acts, waits) {
  const context = await people.context(state.as);
  await context.addInitScript(watch);
  const page = await context.newPage();
  let what = 'opening it';
  try {
    await enter(page, state);
    let doing;
    for ([what, doing] of Object.entries(acts)) {
      await page.evaluate(() => {
        window.jianmiPace.waits = [];
        window.jianmiPace.frames = [];
      });
      await doing(page);
      await page.waitForTimeout(400);
      // The browser tells of nothing quicker than 16 ms.
      const [longest, frame] = await page.evaluate(() =>
        [window.jianmiPace.waits, window.jianmiPace.frames].map((each) => Math.max(16, ...each)),
      );
      const { times, frames } = waits.get(what) ?? { times: [], frames: [] };
      waits.set(what, { times: [...times, longest], frames: [...frames, frame] });
    }
  } catch (error) {
    console.log(`LOST at "${what}": ${error.message.split('\n')[0]}`);
  } finally {
    await context.close();
  }
}

/** Runs in the page: notes what the browser says of paints, shifts and waits (Paint Timing, Layout Instability, Event Timing). */
function watch() {
  const pace = { paint: 0, largest: 0, shift: 0, waits: [], frames: [] };
  window.jianmiPace = pace;
  const on = (type, note, more = {}) =>
    new window.PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...more,
    });
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') pace.paint = entry.startTime;
  });
  on('largest-contentful-paint', (entry) => {
    pace.largest = entry.startTime;
  });
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) pace.shift += entry.value;
  });
  on('long-animation-frame', (entry) => pace.frames.push(entry.duration));
  on('event', (entry) => entry.interactionId && pace.waits.push(entry.duration), { durationThreshold: 16 });
}
