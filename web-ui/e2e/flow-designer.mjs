// A workflow is drawn by mouse and keyboard and published; a record that is submitted then really goes the way that was drawn.
// Usage: node e2e/flow-designer.mjs BASE_URL. Exits non-zero at the first thing that is not so.
import assert from 'node:assert/strict';
import { api, openBrowser, paneOf, People } from './browser.mjs';

const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);
const stamp = Date.now().toString(36);
const FORM = `flow-${stamp}`;
const WORKFLOW = `request-${stamp}`;
const APP = '/apps/crm';
const DESIGN = `/t/demo/apps/crm/forms/${FORM}/design/workflows`;

/** A form of its own, so that nothing of the demo changes. */
async function makeForm(admin) {
  await api(admin, 'PUT', `${APP}/forms/${FORM}/draft`, {
    kind: 'form',
    key: FORM,
    title: { 'zh-CN': `申请 ${stamp}`, en: `Request ${stamp}` },
    fields: [
      { key: 'subject', type: 'text', title: { 'zh-CN': '事由', en: 'Subject' }, sensitivity: { level: 'internal' } },
      { key: 'amount', type: 'number', title: { 'zh-CN': '金额', en: 'Amount' } },
      { key: 'phone', type: 'phone', title: { 'zh-CN': '电话', en: 'Phone' }, sensitivity: { level: 'personal' } },
    ],
    permissionGroups: [
      {
        key: 'all',
        title: 'all',
        members: { roles: ['admin', 'designer', 'sales', 'sales-manager', 'sales-director', 'risk', 'finance'] },
        actions: ['create', 'read', 'update'],
        fields: { '*': 'edit', phone: 'edit' },
      },
    ],
  });
  await api(admin, 'POST', `${APP}/forms/${FORM}/publish`, {});
}

const card = (page, name) => page.locator('[data-node]').filter({ hasText: name }).first();
const plus = (page, after) => page.getByRole('button', { name: `在“${after}”之后添加` });
/** What is chosen already covers the box: it is opened by its key. */
const choose = async (page, box, option) => {
  await box.press('ArrowDown');
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).last().click();
};
const saved = (page) => page.locator('.jm-studio-saving-saved').waitFor();

async function draw(page) {
  await page.goto(DESIGN);
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill(`Request ${stamp}`);
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(`**/${WORKFLOW}`);

  // By mouse: a branch behind the first approval, another approval on it.
  await plus(page, '主管审批').click();
  await page.getByRole('menuitem', { name: '条件分支' }).click();
  await card(page, '还没有设置条件').click();
  const panel = paneOf(page, '设置');
  await choose(page, panel.getByRole('combobox', { name: '字段', exact: true }), '金额');
  await panel.getByRole('textbox', { name: '值' }).fill('1000');
  await panel.getByText('金额 ≥ 1000').waitFor();
  await plus(page, '金额 ≥ 1000').click();
  await page.getByRole('menuitem', { name: '审批', exact: true }).click();
  await panel.getByLabel('名称').fill('财务审批');
  await choose(page, panel.getByRole('combobox', { name: '怎样找人' }), '角色');
  await choose(page, panel.getByRole('combobox', { name: '角色', exact: true }), '财务');
  await page.keyboard.press('Escape');
  await saved(page);
  await page.getByText('角色：财务：').waitFor();
}

async function byKeyboard(page) {
  const finance = card(page, '财务审批');
  await finance.click({ force: true });
  await finance.focus();
  await page.keyboard.press('a');
  await page.getByRole('menuitem', { name: '抄送' }).waitFor();
  await page.getByRole('menuitem', { name: '抄送' }).press('Enter');
  await card(page, '抄送').waitFor();
  await card(page, '抄送').focus();
  await page.keyboard.press('Delete');
  await card(page, '抄送').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await card(page, '抄送').waitFor();
  await page.keyboard.press('Control+z');
  await card(page, '抄送').waitFor({ state: 'detached' });
  await saved(page);
}

/** The run that is simulated takes the way that the record will take. */
async function simulate(page) {
  await page.getByRole('button', { name: '模拟运行' }).click();
  const panel = page.getByRole('complementary', { name: '模拟运行' });
  await panel.getByRole('combobox', { name: '谁提交' }).fill('sam');
  await panel.getByRole('combobox', { name: '谁提交' }).press('Enter');
  await panel.getByLabel(/^金额/).fill('5000');
  await panel.getByRole('button', { name: '运行', exact: true }).click();
  await panel.getByRole('heading', { name: '主管审批' }).waitFor();
  await panel.getByRole('button', { name: '同意' }).click();
  await panel.getByRole('heading', { name: '财务审批' }).waitFor();
  await panel.getByRole('button', { name: '同意' }).click();
  await panel.getByText('流程走完：已通过。').waitFor();
  await panel.getByRole('button', { name: '结束模拟' }).click();
}

async function publish(page) {
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('与版本 1 一致').waitFor();
}

/** Where a submitted record stands after the manager has approved. */
async function goes(amount) {
  const sam = await people.context('sam');
  const record = await api(sam, 'POST', `${APP}/forms/${FORM}/records`, {
    data: { subject: 'x', amount },
    submit: true,
  });
  const [task] = (await api(sam, 'GET', `${APP}/forms/${FORM}/records/${record.id}/workflow`)).openTasks;
  assert.equal(task?.node, 'approval', 'the manager is asked first');
  const mia = await people.context('mia');
  const [own] = (await api(mia, 'GET', `/tasks?box=todo&record=${record.id}`)).items;
  assert.ok(own, 'mia heads the department of sam');
  await api(mia, 'POST', `/tasks/${own.id}/approve`, {});
  const after = await api(sam, 'GET', `${APP}/forms/${FORM}/records/${record.id}/workflow`);
  await sam.close();
  await mia.close();
  return { status: after.status, at: after.openTasks.map(({ node }) => node) };
}

const admin = await people.context('admin');
await makeForm(admin);
const page = await (await people.context('designer')).newPage();
page.on('pageerror', (error) => {
  throw error;
});
await draw(page);
await byKeyboard(page);
await simulate(page);
await publish(page);
assert.deepEqual(await goes('5000'), { status: 'running', at: ['approval-2'] });
assert.deepEqual(await goes('5'), { status: 'completed', at: [] });
await browser.close();
console.log('the workflow goes as it was drawn');
