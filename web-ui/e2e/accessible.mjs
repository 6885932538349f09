// Every page and dialog in every state, checked by axe against WCAG 2.1 A and AA: light at desk width, then, with the page as
// it stands, dark at phone width. Usage: node e2e/accessible.mjs BASE_URL [PAGES_URL]. Exits non-zero when anything is found.
import { axe, openBrowser, People } from './browser.mjs';
import { prepare } from './fixture.mjs';
import { enter } from './enter.mjs';
import { states } from './states.mjs';

const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);
const contexts = new Map();
const AT_ONCE = 3; // a page waits more than it works
let found = 0;
let looked = 0;

const say = (line) => {
  found += 1;
  console.log(line);
};

async function check(page, name) {
  for (const finding of await axe(page)) say(`${name}: ${finding}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) say(`${name}: scrolls sideways by ${wide} px`);
}

async function look(name, state) {
  if (!contexts.has(state.as)) contexts.set(state.as, people.context(state.as, { shade: 'system' }));
  const page = await (await contexts.get(state.as)).newPage();
  page.on('pageerror', (error) => say(`${name}: ${error.message}`));
  // A page for signing in is accessible too, and not what is to be looked at.
  page.on('response', (answer) => {
    if (state.as && answer.status() === 401) say(`${name}: ${state.as} is not signed in`);
  });
  try {
    const standsStill = await enter(page, state);
    // Colours are measured as they come to rest.
    await page.addStyleTag({ content: '* { transition: none !important; animation: none !important; }' });
    await check(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('html[data-shade="dark"]').waitFor();
    if (!state.loading) await standsStill();
    await check(page, `${name}, dark phone`);
    looked += 1;
  } catch (error) {
    say(`${name}: ${error.message.split('\n')[0]}`);
  }
  await page.close({ runBeforeUnload: false });
}

/** Looks at one after the other of what is left to look at, beside others that do the same. */
async function lookAt(left) {
  for (let next = left.shift(); next; next = left.shift()) await look(...next);
}

try {
  const left = Object.entries(states(await prepare(people)));
  await Promise.all(Array.from({ length: AT_ONCE }, () => lookAt(left)));
} finally {
  await browser.close();
}
if (found > 0) process.exit(1);
console.log(`${looked} pages are accessible`);
