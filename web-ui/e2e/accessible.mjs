// Every page and dialog in every state, checked by axe against WCAG 2.1 A and AA: in Chinese and light at desk width, in
// English and dark at phone width. Usage: node e2e/accessible.mjs BASE_URL. Exits non-zero when anything is found.
import { axe, openBrowser, People } from './browser.mjs';
import { prepare } from './fixture.mjs';
import { enter, states } from './states.mjs';

const LOOKS = [
  { width: 1440, locale: 'zh-CN', shade: 'light' },
  { width: 390, height: 844, locale: 'en', shade: 'dark' },
];
const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);
const found = [];
let looked = 0;

async function look(context, name, state) {
  const page = await context.newPage();
  page.on('pageerror', (error) => found.push(`${name}: ${error.message}`));
  try {
    await enter(page, state);
    for (const finding of await axe(page)) found.push(`${name}: ${finding}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) found.push(`${name}: scrolls sideways by ${wide} px`);
    looked += 1;
  } catch (error) {
    found.push(`${name}: ${error.message.split('\n')[0]}`);
  }
  await page.close({ runBeforeUnload: false });
}

try {
  const all = Object.entries(states(await prepare(people)));
  for (const each of LOOKS) {
    const contexts = new Map();
    for (const [name, state] of all) {
      if (!contexts.has(state.as)) contexts.set(state.as, await people.context(state.as, each));
      await look(contexts.get(state.as), `${name} ${each.locale} ${each.shade}`, state);
    }
    for (const context of contexts.values()) await context.close();
  }
} finally {
  await browser.close();
}
for (const line of found) console.log(line);
if (found.length > 0) process.exit(1);
console.log(`${looked} pages are accessible`);
