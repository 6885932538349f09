// How a browser script comes to a page in one of its states.

/** So long nothing is under way when a page stands still, in milliseconds. */
const QUIET = 120;
/** What hangs for ever is not waited for: the page is looked at as it stands. */
const PATIENCE = { page: 8_000, act: 1_500 };

/** Opens a page in a state and waits until it stands still. */
export async function enter(page, { path, act, before, loading }) {
  const standsStill = stillness(page);
  if (before) await before(page);
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  if (loading) {
    if (act) await act(page);
    await page.locator('.ant-skeleton').first().waitFor();
    return standsStill;
  }
  await settled(page, standsStill, PATIENCE.page);
  if (act) {
    await act(page);
    await settled(page, standsStill, PATIENCE.act);
  }
  return standsStill;
}

async function settled(page, standsStill, patience) {
  await standsStill(patience);
  const skeleton = page.locator('[role="status"] .ant-skeleton').first();
  await skeleton.waitFor({ state: 'detached', timeout: PATIENCE.page }).catch(() => undefined);
}

/**
 * Counts what a page asks for and has not got, to tell when it stands still; the browser's own word for it comes once a page and
 * half a second late.
 */
function stillness(page) {
  const open = new Set();
  let last = Date.now();
  const over = (request) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('request', (request) => {
    open.add(request);
    last = Date.now();
  });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  return async (patience = PATIENCE.act) => {
    const until = Date.now() + patience;
    last = Date.now();
    while (Date.now() < until) {
      if (open.size > 0 || Date.now() - last < QUIET) await page.waitForTimeout(20);
      else if (await idle(page, () => open.size > 0 || Date.now() - last < QUIET)) return;
    }
  };
}

/** What has come is drawn, however busy the page was, and has led to no further question. */
async function idle(page, asking) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return !asking();
}
