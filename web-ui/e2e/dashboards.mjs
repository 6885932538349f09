// Dashboards in the states that a person can meet, for states.mjs.
import { hangs } from './network.mjs';

const BUTTON = (page, zh, en) => page.getByRole('button', { name: new RegExp(`^(${zh}|${en})`) }).first();
const DASHBOARD = '/t/demo/apps/crm/dashboards/customers';

/** Until what can be drawn is drawn. */
async function charts(page) {
  await page.getByRole('heading', { name: /^(客户等级|By level)$/ }).waitFor();
  await page.locator('.jm-chart svg, .jm-widget-none').first().waitFor();
}

async function asTable(page) {
  await charts(page);
  await BUTTON(page, '以表格查看: 客户等级', 'View as a table: By level').click();
  await BUTTON(page, '只看 ', 'Only ').click();
  await BUTTON(page, '不再只看', 'No longer only').waitFor();
}

async function chooseWidget(page) {
  await BUTTON(page, '设置 客户等级', 'Set up By level').click();
  await page.getByText(/^(分组|Group by)$/).waitFor();
}

export const dashboards = {
  dashboard: { as: 'mia', path: DASHBOARD, act: charts },
  'dashboard-table': { as: 'mia', path: DASHBOARD, act: asTable },
  'dashboard-withheld': { as: 'audra', path: DASHBOARD, act: charts },
  'dashboard-none': { as: 'nora', path: DASHBOARD },
  'dashboard-new': { as: 'designer', path: '/t/demo/apps/crm/dashboards/new' },
  'dashboard-design': { as: 'designer', path: `${DASHBOARD}/design`, act: chooseWidget },
  'dashboard-loading': { as: 'sam', path: DASHBOARD, before: hangs(/\/data$/), loading: true },
};
