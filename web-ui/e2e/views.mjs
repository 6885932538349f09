// A list under its views: boards, calendars, the dialog that saves one.
import { CUSTOMER } from './browser.mjs';

const CALENDAR = {
  id: '0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c22',
  title: '新增日历',
  kind: 'calendar',
  filter: null,
  sort: [],
  fields: ['name', 'level'],
  groupBy: null,
  date: 'createdAt',
  end: null,
  shared: true,
  version: 1,
  owner: { id: 'somebody', name: '韩梅梅' },
  usable: true,
  reason: null,
  editable: false,
};

/** The views are answered here, so that nothing has to be saved for a look; the records are the server's. */
const withViews = (items) => async (page) =>
  page.route(/\/forms\/customer\/views$/, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({ items, next: null }) }),
  );

async function openDay(page) {
  await page.locator('.jm-day-entry').first().waitFor();
  const phone = await page.evaluate(() => window.matchMedia('(max-width: 640px)').matches);
  if (phone) return;
  await page.locator('[data-day][aria-current]').click();
  await page.getByRole('dialog').waitFor();
}

async function saveView(page) {
  await page.getByRole('button', { name: /^(视图操作|View actions)$/ }).click();
  await page.getByRole('menuitem', { name: /^(另存为新视图|Save as a new view)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

/** The menu of the first card that may be moved. */
async function moveCard(page) {
  await page
    .getByRole('button', { name: /^(移动|Move) / })
    .first()
    .click();
  await page.getByRole('menuitem').first().waitFor();
}

const calendar = { as: 'sam', path: `${CUSTOMER}?view=${CALENDAR.id}`, before: withViews([CALENDAR]) };
const broken = { ...CALENDAR, usable: false, reason: 'field.not-usable' };

export const views = {
  'list-board': { as: 'sam', path: `${CUSTOMER}?view=board` },
  'list-board-move': { as: 'sam', path: `${CUSTOMER}?view=board`, act: moveCard },
  'list-board-masked': { as: 'audra', path: `${CUSTOMER}?view=board` },
  'list-calendar': calendar,
  'list-calendar-day': { ...calendar, act: openDay },
  'list-view-gone': { as: 'sam', path: `${CUSTOMER}?view=0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21` },
  'list-view-unusable': { ...calendar, before: withViews([broken]) },
  'view-dialog': { as: 'sam', path: CUSTOMER, act: saveView },
};
