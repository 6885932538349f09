// Takes a screenshot of every page at desk and phone width, zh-CN and en, light and dark, and runs axe (A, AA) on each.
// Usage: node dev/look.mjs [address] [only]      (address: a running server, default the dev server)
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const address = process.argv[2] ?? 'http://127.0.0.1:5173';
const only = process.argv[3] ?? '';
const customer = '/t/demo/apps/crm/forms/customer';
const record = `${customer}/records/0190a000-0000-7000-8000-000000000003`;
const pages = {
  signin: { path: '/', out: true },
  home: { path: '/' },
  list: { path: customer },
  filter: {
    path: `${customer}?f=${encodeURIComponent('[{"field":"level","op":"in","value":["A"]}]')}`,
    act: (page) => page.getByRole('button', { name: /^(筛选|Filter)/ }).click(),
  },
  record: { path: record },
  edit: { path: record, act: (page) => page.getByRole('button', { name: /^(编辑|Edit)$/ }).click() },
  reveal: { path: record, act: (page) => page.getByRole('button', { name: /(查看.*身份证|Reveal National)/ }).click() },
  fresh: { path: `${customer}/new` },
  tasks: { path: '/t/demo/tasks' },
  task: { path: '/t/demo/tasks/t-0190a000-0000-7000-8000-000000000005' },
  audit: { path: '/t/demo/audit' },
  entry: { path: '/t/demo/audit/12' },
};
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

mkdirSync('shots', { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags });
let bad = 0;
for (const [width, height] of [
  [1440, 900],
  [390, 844],
]) {
  for (const locale of ['zh-CN', 'en']) {
    for (const shade of ['light', 'dark']) {
      if (
        only.includes('@quick') &&
        !(
          (width === 1440 && locale === 'zh-CN' && shade === 'light') ||
          (width === 390 && locale === 'en' && shade === 'dark')
        )
      )
        continue;
      const context = await browser.newContext({ viewport: { width, height }, locale });
      await context.addInitScript(
        ([l, s]) => {
          localStorage.setItem('jianmi.locale', l);
          localStorage.setItem('jianmi.shade', s);
        },
        [locale, shade],
      );
      for (const [name, { path, out, act }] of Object.entries(pages)) {
        const wanted = only.replace('@quick', '');
        if (wanted && !wanted.split(',').includes(name)) continue;
        const page = await context.newPage();
        page.on('pageerror', (error) => console.log(`ERROR ${name}: ${error.message}`));
        page.on(
          'console',
          (line) =>
            line.type() === 'error' &&
            !/401/.test(line.text()) &&
            console.log(`CONSOLE ${name}: ${line.text().slice(0, 300)}`),
        );
        if (out) await context.clearCookies();
        else await context.addCookies([{ name: 'jm', value: 'in', url: address }]);
        await page.goto(address + path);
        await page.waitForLoadState('networkidle');
        if (act) {
          await act(page);
          await page.waitForTimeout(500);
        }
        await page.screenshot({ path: `shots/${name}-${width}-${locale}-${shade}.png` });
        await page.evaluate(axe);
        const found = await page.evaluate(() =>
          window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
        );
        for (const violation of found.violations) {
          bad += 1;
          console.log(
            `AXE ${name} ${width} ${locale} ${shade}: ${violation.id} ${violation.nodes
              .map((node) => `${node.target} ${node.failureSummary?.split('\n')[1] ?? ''}`)
              .slice(0, 3)
              .join(' | ')}`,
          );
        }
        await page.close();
      }
      await context.close();
    }
  }
}
await browser.close();
console.log(bad === 0 ? 'axe: clean' : `axe: ${bad} findings`);
