// 25 pages in both languages, light and dark, compared pixel by pixel with how they were last accepted (e2e/pictures/*.png). They are
// drawn from recorded answers with the clock stopped and one font; no server is needed. On a difference the new picture and one of
// what differs are in target/pictures. Usage: node e2e/pictures.mjs [--only=home,list]
//   --accept           the pictures as they are now become those to compare with
//   --record=BASE_URL  the answers anew from a running server with the demo; accept afterwards
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { readAnswers, Recorder, writeAnswers } from './answers.mjs';
import { openBrowser, People } from './browser.mjs';
import { builtInterface } from './built.mjs';
import { enter } from './enter.mjs';
import { prepare } from './fixture.mjs';
import { PAGES, SIZES, stateOf } from './pages.mjs';
import { palettePng } from './png.mjs';
import { PICTURE, replay } from './replay.mjs';

const PICTURES = fileURLToPath(new URL('pictures/', import.meta.url));
const BROWSER = `${PICTURES}chromium`;
const FOUND = fileURLToPath(new URL('../target/pictures/', import.meta.url));
const LOCALES = ['zh-CN', 'en'];
const AT_ONCE = 3;
/** How far a pixel may be off, of 1, and how many may be further: what the palette and another processor do to a picture. */
const OFF = 0.06;
const FEW = 30;
/** A busy machine may need a moment to draw. */
const TRIES = 4;
const PAUSE = 250;

const option = (name) => process.argv.find((each) => each.startsWith(`--${name}`))?.split('=')[1];
const only = option('only')?.split(',');
const wanted = PAGES.filter(({ name }) => !only || only.includes(name));
const accept = process.argv.includes('--accept');
const server = option('record');

// The one font, drawn alike on every machine.
const fonts = { ...process.env, FONTCONFIG_FILE: `${PICTURES}fonts.conf` };
const browser = await openBrowser({ env: fonts });
const problems = [];
try {
  if (server) await record();
  else await compare();
} finally {
  await browser.close();
}
if (problems.length > 0) {
  console.log(problems.join('\n'));
  if (drawnBy() === browser.version()) process.exit(1);
  console.log(
    `not compared: accepted with Chromium ${drawnBy()}, drawn by ${browser.version()}; look at the differences, then --accept`,
  );
  process.exit(0);
}
console.log(server ? 'the answers are recorded' : accept ? 'the pictures are accepted' : 'the pages look as accepted');

/** The browser that drew the accepted pictures: another draws some of them a little differently. */
function drawnBy() {
  return existsSync(BROWSER) ? readFileSync(BROWSER, 'utf8').trim() : 'none';
}

/** Both languages of each page, since what is asked can depend on them. */
async function record() {
  const people = new People(browser, server);
  const made = await prepare(people);
  const at = new Date().toISOString();
  const all = new Map(wanted.map(({ name }) => [name, new Recorder(at)]));
  for (const one of wanted) {
    const state = stateOf(one, made);
    for (const locale of LOCALES) {
      const context = await people.context(state.as, { ...SIZES[one.size], locale, timezoneId: 'Asia/Shanghai' });
      const page = await context.newPage();
      await page.clock.setFixedTime(at);
      await all.get(one.name).follow(page, state.path, () => enter(page, state));
      await context.close();
    }
  }
  writeAnswers(`${PICTURES}answers/`, all);
}

async function compare() {
  const answers = readAnswers(`${PICTURES}answers/`);
  const unknown = new Set();
  const pages = await replay(
    await builtInterface(),
    (name) => answers.get(name)?.answers,
    (name, asked) => unknown.add(`${name} asks what was never recorded: ${asked.slice(0, 160)}`),
  );
  rmSync(FOUND, { recursive: true, force: true });
  mkdirSync(FOUND, { recursive: true });
  const contexts = new Map();
  const left = wanted.flatMap((one) => LOCALES.map((locale) => ({ one, locale })));
  const draw = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const recorded = answers.get(next.one.name);
      const key = `${next.one.size} ${next.locale} ${recorded.at}`;
      if (!contexts.has(key)) contexts.set(key, contextOf(pages.base, next, recorded.at));
      const label = `${next.one.name}-${next.locale}`;
      const drawn = async () => look(await contexts.get(key), next, recorded, label);
      // Once more: a tab can crash on a machine without memory.
      await drawn()
        .catch(drawn)
        .catch((error) => problems.push(`${label}: ${error.message.split('\n')[0]}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  pages.close();
  if (accept) writeFileSync(BROWSER, `${browser.version()}\n`);
  if (problems.length > 0) problems.push(...unknown);
  if (!only) for (const stale of strangers()) problems.push(`${stale} is a picture of no page`);
}

/** Its clock stands at the moment of the record; all pages of a context share it. */
async function contextOf(baseURL, { one, locale }, at) {
  const { width, height, scale } = SIZES[one.size];
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    deviceScaleFactor: scale,
    locale,
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript((language) => localStorage.setItem('jianmi.locale', language), locale);
  await context.clock.setFixedTime(at);
  return context;
}

/** The page as it stands, light and then dark. */
async function look(context, { one, locale }, recorded, label) {
  const page = await context.newPage();
  page.on('pageerror', (error) => problems.push(`${label}: ${error.message}`));
  await page.setExtraHTTPHeaders({ [PICTURE]: one.name });
  await page.emulateMedia({ colorScheme: 'light' });
  const standsStill = await enter(page, { ...stateOf(one), path: recorded.path });
  await page.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' });
  for (const shade of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: shade });
    await page.locator(`html[data-shade="${shade}"]`).waitFor();
    await standsStill();
    await judge(page, `${one.name}-${locale.slice(0, 2)}-${shade}`);
  }
  await page.close({ runBeforeUnload: false });
}

async function judge(page, name) {
  const path = `${PICTURES}${name}.png`;
  // What is compared has gone through the palette as what was accepted has.
  const take = async () =>
    PNG.sync.read(palettePng(PNG.sync.read(await page.screenshot({ animations: 'disabled', scale: 'device' }))));
  if (accept) {
    let before = await take();
    for (let tries = 1; tries < TRIES; tries += 1) {
      await page.waitForTimeout(PAUSE);
      const after = await take();
      if (after.data.equals(before.data)) break;
      before = after;
    }
    if (!existsSync(path) || difference(PNG.sync.read(readFileSync(path)), before).pixels > FEW)
      writeFileSync(path, palettePng(before));
    return;
  }
  if (!existsSync(path)) return void problems.push(`${name}: no picture to compare with; look and --accept`);
  const accepted = PNG.sync.read(readFileSync(path));
  for (let tries = 1; ; tries += 1) {
    const taken = await take();
    const { pixels, picture } = difference(accepted, taken);
    if (pixels <= FEW) return;
    if (tries < TRIES) {
      await page.waitForTimeout(PAUSE * tries);
      continue;
    }
    writeFileSync(`${FOUND}${name}.png`, PNG.sync.write(taken));
    if (picture) writeFileSync(`${FOUND}${name}.difference.png`, PNG.sync.write(picture));
    return void problems.push(`${name}: ${pixels} pixels differ; see target/pictures/${name}.png and .difference.png`);
  }
}

function difference(accepted, { width, height, data }) {
  if (accepted.width !== width || accepted.height !== height) return { pixels: width * height };
  const picture = new PNG({ width, height });
  const pixels = pixelmatch(accepted.data, data, picture.data, width, height, { threshold: OFF });
  return { pixels, picture };
}

/** Pictures that nobody compares with any more. */
function strangers() {
  const names = PAGES.flatMap(({ name }) =>
    ['zh', 'en'].flatMap((locale) => ['light', 'dark'].map((shade) => `${name}-${locale}-${shade}.png`)),
  );
  return readdirSync(PICTURES).filter((file) => file.endsWith('.png') && !names.includes(file));
}
