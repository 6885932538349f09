// Screenshots of every page in every state from a running server, at desk and phone width, zh-CN and en, light and dark;
// runs axe (A, AA) on each and names what scrolls sideways. Usage: node dev/look.mjs [address] [options]
//   --only=a,b   these states    --quick   four of the eight looks    --look=1440-en-dark,3840-zh-CN-light    --keep   last run's records
//   --no-axe    --ui=http://127.0.0.1:5173   pages from a development server of the same host
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { axe, openBrowser, People } from '../e2e/browser.mjs';
import { prepare } from '../e2e/fixture.mjs';
import { enter } from '../e2e/enter.mjs';
import { states } from '../e2e/states.mjs';

const [address = 'http://127.0.0.1:8080', ...options] = process.argv.slice(2);
const option = (name) => options.find((each) => each.startsWith(`--${name}`))?.split('=')[1];
const has = (name) => options.includes(`--${name}`);
const wanted = option('only')?.split(',');
const FIXTURE = 'shots/fixture.json';

const all = [1440, 390].flatMap((width) =>
  ['zh-CN', 'en'].flatMap((locale) => ['light', 'dark'].map((shade) => ({ width, locale, shade }))),
);
const quick = ({ width, locale, shade }) => (width === 1440) === ((locale === 'zh-CN') === (shade === 'light'));
/** Any width may be asked for: 2560 and 3840 are large screens at their own height. */
const named = (text) => {
  const [, width, locale, shade] = /^(\d+)-(zh-CN|en)-(light|dark)$/.exec(text) ?? [];
  return { width: Number(width), locale, shade };
};
const heightOf = (width) => (width > 1440 ? Math.round((width * 9) / 16) : width > 640 ? 900 : 844);
const looks = option('look') ? option('look').split(',').map(named) : has('quick') ? all.filter(quick) : all;

mkdirSync('shots', { recursive: true });
const browser = await openBrowser();
const people = new People(browser, address, option('ui'));
const made = await fixture();
let findings = 0;
const say = (line) => {
  findings += 1;
  console.log(line);
};

for (const look of looks) {
  const contexts = new Map();
  for (const [name, state] of Object.entries(states(made))) {
    if (wanted && !wanted.includes(name)) continue;
    if (!contexts.has(state.as))
      contexts.set(state.as, await people.context(state.as, { ...look, height: heightOf(look.width) }));
    await photograph(contexts.get(state.as), name, state, look).catch((error) => say(`LOST ${name}: ${error.message}`));
  }
  for (const context of contexts.values()) await context.close();
}
await browser.close();
console.log(findings === 0 ? 'nothing found' : `${findings} findings`);

/** The prepared records are kept beside the shots, so that a second look is quick. */
async function fixture() {
  if (has('keep')) return JSON.parse(readFileSync(FIXTURE, 'utf8'));
  const fresh = await prepare(people);
  writeFileSync(FIXTURE, JSON.stringify(fresh));
  return fresh;
}

async function photograph(context, name, state, look) {
  const label = `${name}-${look.width}-${look.locale}-${look.shade}`;
  const page = await context.newPage();
  page.on('pageerror', (error) => say(`ERROR ${label}: ${error.message}`));
  page.on('console', (line) => {
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text()))
      say(`CONSOLE ${label}: ${line.text().slice(0, 300)}`);
  });
  try {
    await enter(page, state);
  } catch (error) {
    say(`STUCK ${label}: ${error.message.split('\n')[0]}`);
  }
  await page
    .screenshot({ path: `shots/${label}.png`, animations: 'disabled' })
    .catch((error) => say(`NO SHOT ${label}: ${error.message.split('\n')[0]}`));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) say(`WIDE ${label}: ${wide} px`);
  if (!has('no-axe')) for (const finding of await axe(page)) say(`AXE ${label}: ${finding}`);
  await page.close({ runBeforeUnload: false });
}
