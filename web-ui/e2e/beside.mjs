// What stands beside a record, a draft with another's eyes, its rights and what publishing changes, for states.mjs.
import { COMPANY, CUSTOMER } from './browser.mjs';

/** Begins to change the record of a page; its fields become controls a moment later. */
export async function edit(page) {
  await page
    .getByRole('button', { name: /^(编辑|Edit)/ })
    .first()
    .click();
  await page.getByRole('form', { name: /^(编辑|Edit)$/ }).waitFor();
}

export const beside = {
  'record-related': {
    as: 'admin',
    path: COMPANY,
    act: async (page) => {
      await page.locator('a[href*="/company/records/"]').first().click();
      await page.getByRole('heading', { name: /^(相关记录|Related records)$/ }).scrollIntoViewIfNeeded();
    },
  },
  matrix: { as: 'designer', path: `${CUSTOMER}/design/permissions?view=matrix` },
  publish: { as: 'designer', path: `${CUSTOMER}/design/publish` },
  'design-preview-as': {
    as: 'designer',
    path: `${CUSTOMER}/design`,
    act: async (page) => {
      await page
        .getByRole('button', { name: /^(预览|Preview)$/ })
        .first()
        .click();
      await page.getByLabel(/^(以谁的身份看|Seen as)$/).fill('Audra');
      await page.keyboard.press('Enter');
      await page.getByText(/^(可编辑 \d+ 项|\d+ to edit)/).waitFor();
    },
  },
};
