// A list under its views: boards, calendars, the dialog that saves one.
import { CUSTOMER } from './browser.mjs';

async function saveView(page) {
  await page.getByRole('button', { name: /^(视图操作|View actions)$/ }).click();
  await page.getByRole('menuitem', { name: /^(另存为新视图|Save as a new view)$/ }).click();
  await page.getByRole('dialog').waitFor();
}

/** A calendar by the time of creation; what an earlier look has saved serves again. */
async function saveCalendar(page) {
  const views = page.getByRole('radiogroup', { name: /^(视图|View)$/ });
  await views.waitFor();
  const saved = views.getByText('新增日历', { exact: true });
  if ((await saved.count()) === 0) {
    await saveView(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^(名称|Name)$/).fill('新增日历');
    await dialog.getByText(/^(日历|Calendar)$/).click();
    await dialog.getByLabel(/^(日期字段|Date field)$/).click();
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: /^(创建时间|Created)$/ })
      .click();
    await dialog.getByRole('button', { name: /^(保存|Save)$/ }).click();
  } else await saved.click();
  await page.getByRole('button', { name: /^(今天|Today)$/ }).waitFor();
}

export const views = {
  'list-board': { as: 'sam', path: `${CUSTOMER}?view=board` },
  'list-calendar': { as: 'sam', path: CUSTOMER, act: saveCalendar },
  'list-view-gone': { as: 'sam', path: `${CUSTOMER}?view=0192f0c4-9e5b-7cc3-8d6a-3b1f5a7e9c21` },
  'view-dialog': { as: 'sam', path: CUSTOMER, act: saveView },
};
