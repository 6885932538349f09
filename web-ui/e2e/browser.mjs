// What the browser scripts share: Chromium, signing in once per person, the API with a person's session, axe.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENCE = 60_000;

export const CUSTOMER = '/t/demo/apps/crm/forms/customer';
export const COMPANY = '/t/demo/apps/crm/forms/company';

export async function openBrowser(more = {}) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS, ...more });
}

/** Sessions of the demo members of one server; each signs in once, then lends its cookies to any number of contexts. */
export class People {
  #browser;
  #base;
  #pages;
  #states = new Map();

  /** `pages`: where the interface is served from, when that is another port of the same host (vite). */
  constructor(browser, base, pages = base) {
    this.#browser = browser;
    this.#base = base;
    this.#pages = pages;
  }

  /** A context as this person (`null`: nobody), with a size, a language and a shade (`system`: as `emulateMedia` says); `live` listens. */
  async context(name, { width = 1440, height = 900, locale = 'zh-CN', shade = 'light', live = false, ...rest } = {}) {
    const storageState = name === null ? undefined : await this.#session(name);
    const context = await this.#browser.newContext({
      baseURL: this.#pages,
      viewport: { width, height },
      locale,
      colorScheme: shade === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
      ...(storageState ? { storageState } : {}),
      ...rest,
    });
    context.setDefaultTimeout(PATIENCE);
    // A page that listens is never without a request under way, and so never known to stand still. Not by a route: one route and
    // the browser loads every file anew for every page.
    if (!live) await context.addInitScript(deaf);
    await context.addInitScript(
      ([language, look]) => {
        if (!localStorage.getItem('jianmi.locale')) localStorage.setItem('jianmi.locale', language);
        if (look !== 'system' && !localStorage.getItem('jianmi.shade')) localStorage.setItem('jianmi.shade', look);
      },
      [locale, shade],
    );
    return context;
  }

  #session(name) {
    if (!this.#states.has(name)) this.#states.set(name, this.#signedIn(name));
    return this.#states.get(name);
  }

  async #signedIn(name) {
    const context = await this.#browser.newContext({ baseURL: this.#base, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await signInOn(page, name);
    const state = await context.storageState({ indexedDB: false });
    await context.close();
    return state;
  }
}

/** Runs in the page: nobody tells it that something has changed; the progress of a job is told all the same. */
function deaf() {
  const Heard = window.EventSource;
  window.EventSource = function (address, ...rest) {
    return String(address).startsWith('/api/v1/events')
      ? Object.assign(new window.EventTarget(), { close: () => undefined, readyState: 1 })
      : new Heard(address, ...rest);
  };
  Object.assign(window.EventSource, { CONNECTING: 0, OPEN: 1, CLOSED: 2 });
}

/** Goes through the sign-in page of the product and Keycloak's form. */
export async function signInOn(page, name) {
  await page.goto('/');
  await page.getByRole('link', { name: /登录|Sign in/ }).click();
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(name);
  await page.locator('#kc-login').click();
  await page.getByRole('button', { name: /的菜单|Menu of/ }).waitFor();
}

/** What can be set on what is chosen in a designer, once it speaks of that. */
export const paneOf = (page, name) => page.getByRole('complementary', { name }).locator('.jm-behind:not([inert])');

/** Calls the API with the session of a context. */
export async function api(context, method, path, data) {
  const answer = await context.request.fetch(`/api/v1/tenants/demo${path}`, {
    method,
    headers: { 'X-Requested-With': 'jianmi', Accept: 'application/json', Prefer: 'wait=5' },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : answer.json();
}

/** Findings of WCAG 2.1 A and AA on what stands on the page now, one line each. */
export async function axe(page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      resultTypes: ['violations'],
      preload: false, // for rules on trial only, which are not run
    }),
  );
  return violations.flatMap((violation) =>
    violation.nodes
      .slice(0, 3)
      .map((node) => `${violation.id} at ${node.target}: ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`),
  );
}
