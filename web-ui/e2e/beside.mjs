// What stands beside a record, and a draft with another's eyes, for states.mjs.
import { COMPANY, CUSTOMER } from './browser.mjs';

export const beside = {
  'record-related': {
    as: 'admin',
    path: COMPANY,
    act: async (page) => {
      await page.locator('a[href*="/company/records/"]').first().click();
      await page.getByRole('heading', { name: /^(相关记录|Related records)$/ }).scrollIntoViewIfNeeded();
    },
  },
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
