// How a browser script comes to a page in one of its states.

/** Opens a page in a state and waits until it stands still. */
export async function enter(page, { path, act, before, loading }) {
  if (before) await before(page);
  await page.goto(path, { waitUntil: 'domcontentloaded' });
  if (loading) {
    await page.locator('.ant-skeleton').first().waitFor();
    return;
  }
  await settled(page);
  if (act) {
    await act(page);
    await settled(page);
  }
}

async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page
    .locator('[role="status"] .ant-skeleton')
    .first()
    .waitFor({ state: 'detached', timeout: 8_000 })
    .catch(() => undefined);
  await page.waitForTimeout(250);
}
