// What a business user does in her first ten minutes, in a tenant in which there is nothing: an app, a form for complaints, who may
// file one, an approval; a colleague files one, another approves it on a phone, and the first sees how it ended.
// Usage: node e2e/build.mjs BASE_URL TENANT DESIGNER FILER APPROVER (sign-in names). [PAGES_URL]
import assert from 'node:assert/strict';
import { openBrowser, paneOf, People } from './browser.mjs';

const [base, tenant, designer, filer, approver, pages] = process.argv.slice(2);
const browser = await openBrowser();
const people = new People(browser, base, pages);
const crashes = [];

async function open(name, size) {
  const context = await people.context(name, size);
  const page = await context.newPage();
  page.on('pageerror', (error) => crashes.push(error.message));
  return page;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const saved = (page) => page.locator('.jm-studio-saving-saved').waitFor();
/** What is chosen already covers the box: it is opened by its key. */
async function choose(page, box, option) {
  await box.press('ArrowDown');
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).last().click();
}

/** An app and a form in it take a name each. */
async function makeAppAndForm(page) {
  await page.goto('/');
  await page.getByText('还没有可用的应用').waitFor();
  await button(page, '新建应用').first().click();
  await named(page, '客服');
  await button(page, '新建表单: 客服').click();
  await named(page, '投诉');
  await page.waitForURL(`**/t/${tenant}/apps/*/forms/*/design`);
}

async function named(page, name) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: '创建' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Three fields from the palette; the first is told to be personal and for what it is used. */
async function designForm(page) {
  const pane = paneOf(page, '属性');
  const title = pane.getByRole('textbox', { name: '标题 (中文)' });
  const add = async (type, name) => {
    await button(page, type).click();
    await page.getByRole('group', { name: new RegExp(`^${type}, `) }).waitFor();
    await title.fill(name);
    await title.press('Enter');
    await page.getByRole('group', { name: new RegExp(`^${name}, `) }).waitFor();
  };
  const level = (word) => pane.getByRole('radio', { name: word, exact: true }).check({ force: true });

  await add('文本', '客户姓名');
  await level('个人信息');
  await choose(page, pane.getByRole('combobox', { name: '信息种类' }), '姓名');
  await choose(page, pane.getByRole('combobox', { name: '处理目的' }), '客户服务');
  await page.keyboard.press('Escape');
  await add('单选', '类别');
  await add('多行文本', '经过');
  await level('内部');
  await saved(page);
}

/** Everybody may file complaints and sees his own. */
async function giveRights(page) {
  await page.getByRole('link', { name: /^权限/ }).click();
  await button(page, '新建权限组').click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('名称（中文）').fill('全体员工');
  await drawer.getByRole('checkbox', { name: '所有成员' }).check();
  await drawer.getByRole('group', { name: '可以' }).getByRole('checkbox', { name: '新建' }).check();
  await choose(page, drawer.getByRole('combobox', { name: '没有单独写明的字段' }), '可编辑');
  await choose(page, drawer.getByRole('combobox', { name: '常用条件' }), '自己创建的');
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  await saved(page);
}

/** The gate says what it checked and who will see what. */
async function publishForm(page) {
  await page.getByRole('link', { name: /^发布/ }).click();
  await page.getByText('可以发布第 1 版').waitFor();
  await button(page, '发布第 1 版').click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('第 1 版已发布，之后没有修改').waitFor();
}

async function drawWorkflow(page) {
  await page.getByRole('link', { name: /^流程/ }).click();
  await button(page, '新建流程').click();
  await named(page, '投诉审批');
  await page.locator('[data-node]').filter({ hasText: '主管审批' }).click();
  const panel = paneOf(page, '设置');
  await choose(page, panel.getByRole('combobox', { name: '怎样找人' }), '指定成员');
  await choose(page, panel.getByRole('combobox', { name: '指定成员', exact: true }), `${approver} ${approver}`);
  await page.keyboard.press('Escape');
  await saved(page);
  await button(page, '发布').click();
  await page.getByText('与版本 1 一致').waitFor();
}

async function fileComplaint(page) {
  await page.goto('/');
  await page.getByRole('link', { name: '投诉' }).click();
  await page.getByRole('link', { name: '新建' }).first().click();
  await page.getByLabel(/^客户姓名/).fill('欧阳娜娜');
  await page.getByLabel(/^经过/).fill('送货迟到两天');
  await page.getByRole('button', { name: /^提交/ }).first().click();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
}

/** Three taps from home: what waits, approve, done. The name that the step does not need is masked. */
async function approveOnAPhone() {
  const page = await open(approver, { width: 390, height: 844, hasTouch: true, isMobile: true });
  await page.goto('/');
  await page.getByRole('region', { name: '等我处理' }).getByRole('link').first().tap();
  await page.getByText('送货迟到两天').waitFor();
  assert.equal(await page.getByText('欧阳娜娜').count(), 0);
  await button(page, '同意').first().tap();
  const sure = page.getByRole('dialog').getByRole('button', { name: '同意', exact: true });
  await page.getByText('已同意').or(sure).first().waitFor();
  if (await sure.isVisible()) await sure.tap();
  await page.getByText('已同意').first().waitFor();
  await page.context().close();
}

const page = await open(designer);
await makeAppAndForm(page);
await designForm(page);
await giveRights(page);
await publishForm(page);
await drawWorkflow(page);
const theirs = await open(filer, { live: true });
await fileComplaint(theirs);
await approveOnAPhone();
await theirs.getByText('已通过').first().waitFor();
assert.deepEqual(crashes, []);
await browser.close();
console.log('the complaint app is built and at work');
