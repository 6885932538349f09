// What stands around every page: the search with what it finds, the help beside a page.
import { answers } from './network.mjs';

const place = { app: 'crm', form: 'customer', formTitle: { 'zh-CN': '客户', en: 'Customer' } };
const match = {
  field: 'notes',
  title: { 'zh-CN': '备注', en: 'Notes' },
  text: '…由老客户介绍，关注数据合规；希望第三季度上线。',
};
const record = (id, more) => ({
  ...place,
  id: `0190a000-0000-7000-8000-00000000000${id}`,
  title: '王*',
  masked: true,
  match: null,
  ...more,
});

export const shell = {
  palette: {
    as: 'sam',
    path: '/',
    before: answers(/\/tenants\/demo\/search$/, 200, {
      records: [record(1, { match }), record(2, { title: '欧阳娜娜', masked: false, match })],
      forms: [],
      views: [{ ...place, view: 'v1', title: { 'zh-CN': '我的客户', en: 'My customers' } }],
      newest: 20_000,
      formsLeft: 0,
      exact: true,
    }),
    act: async (page) => {
      await page.locator('.jm-search').click();
      await page.getByRole('combobox').first().fill('客户');
      await page.getByRole('option', { name: /欧阳娜娜/ }).waitFor();
    },
  },
  help: {
    as: 'sam',
    path: '/t/demo/apps/crm/forms/customer',
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('complementary', { name: /^(本页帮助|Help on this page)$/ }).waitFor();
    },
  },
};
