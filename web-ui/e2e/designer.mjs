// A designer makes an app and a complaint form in it, by mouse and by keyboard, loses nothing by a reload or to a colleague,
// publishes it, and a record is filled in. Usage: node e2e/designer.mjs BASE_URL [PAGES_URL]
import { api, axe, openBrowser, paneOf, People } from './browser.mjs';

const [base, pages] = process.argv.slice(2);
const stamp = Date.now().toString(36).slice(-6);
const app = `design-${stamp}`;
const form = `complaint-${stamp}`;
const title = `客服${stamp}`;
const browser = await openBrowser();
const people = new People(browser, base, pages);
const context = await people.context('designer');
const page = await context.newPage();
const crashes = [];
page.on('pageerror', (error) => crashes.push(error.message));

const button = (name, exact = true) => page.getByRole('button', { name, exact });
const item = (name) => page.getByRole('group', { name });
const saved = () => page.locator('.jm-studio-saving-saved').waitFor();
const draft = () => api(context, 'GET', `/apps/${app}/forms/${form}/draft`);

function must(held, what) {
  if (!held) throw new Error(what);
}

async function makeAppAndForm() {
  await page.goto('/');
  await button('新建应用').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称', { exact: true }).fill(title);
  await dialog.getByRole('button', { name: '更多' }).click();
  await dialog.getByLabel('标识').fill(app);
  await dialog.getByRole('button', { name: '创建' }).click();
  await button(`新建表单: ${title}`).click();
  await page.getByRole('dialog').getByLabel('名称', { exact: true }).fill('投诉登记');
  await page.getByRole('dialog').getByRole('button', { name: '更多' }).click();
  await page.getByRole('dialog').getByLabel('标识').fill(form);
  await page.getByRole('dialog').getByRole('button', { name: '创建' }).click();
  await page.waitForURL(`**/apps/${app}/forms/${form}/design`);
}

/** By mouse: one dragged, others by a click. */
async function byMouse() {
  const tile = button('文本');
  const zone = page.locator('.jm-zone').first();
  await zone.waitFor();
  const [from, to] = [await tile.boundingBox(), await zone.boundingBox()];
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 40, { steps: 8 });
  await page.getByText('放到这里').waitFor();
  await page.mouse.up();
  await item(/^文本, 文本/).waitFor();
  await button('手机').click();
  await item(/^手机, 手机/).waitFor();
  await button('单选').click();
  await item(/^单选, 单选/).waitFor();
}

/** Without one: found, added, named, moved, deleted and brought back. */
async function byKeyboard() {
  await page.getByRole('textbox', { name: '搜索字段' }).fill('多行');
  await page.keyboard.press('Enter');
  await item(/^多行文本, /).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('经过');
  await page.keyboard.press('Enter');
  await item(/^经过, /).focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowUp');
  await saved();
  must((await draft()).layout[0].fields[0] === 'longText', 'moved to the top');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('姓名');
  await page.keyboard.press('Enter');
  await item(/^姓名, /).focus();
  await page.keyboard.press('Delete');
  await item(/^姓名, /).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await item(/^姓名, /).waitFor();
}

/** The privacy of each: free text has to be told, protected fields are named in each group. */
async function tellPrivacy() {
  const pane = paneOf(page, '属性');
  const level = async (name, word) => {
    await item(name).click();
    await pane.getByRole('radio', { name: word, exact: true }).check({ force: true });
  };
  await level(/^姓名, /, '个人信息');
  await pane.getByRole('combobox', { name: '信息种类' }).click();
  await page.getByTitle('姓名', { exact: true }).click();
  await pane.getByText('王*').waitFor();
  await pane.getByRole('checkbox', { name: '按完整的值' }).check();
  await level(/^经过, /, '内部');
  for (const name of [/^姓名, /, /^手机, /]) {
    await item(name).click();
    await pane.getByRole('button', { name: '按上面所示写入每个组' }).click();
  }
  await saved();
}

async function reloadKeepsEverything() {
  const before = JSON.stringify(await draft());
  await context.setOffline(true);
  await item(/^单选, /).click();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('类别');
  await page.keyboard.press('Enter');
  await page.locator('.jm-studio-saving-failed').waitFor();
  await context.setOffline(false);
  await page.reload();
  await item(/^类别, /).waitFor();
  await saved();
  must(JSON.stringify(await draft()) !== before, 'what was done without a line is saved');
}

async function colleaguesMeet() {
  const theirs = await draft();
  theirs.title = { 'zh-CN': '客户投诉' };
  await api(context, 'PUT', `/apps/${app}/forms/${form}/draft`, theirs);
  await item(/^类别, /).click();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByRole('heading', { name: /在你之前保存了这份草稿/ }).waitFor();
  must((await draft()).title['zh-CN'] === '客户投诉', 'nothing is overwritten unseen');
  await button('合并两边的修改').click();
  await saved();
  const merged = await draft();
  must(merged.title['zh-CN'] === '客户投诉', 'theirs stands');
  must(merged.layout[0].fields.indexOf('choice') === 2, 'mine stands');
}

async function publishAndFill() {
  const dryRun = await api(context, 'POST', `/apps/${app}/forms/${form}/publish?dryRun=true`, {});
  const errors = dryRun.findings.filter((finding) => finding.severity === 'error');
  must(errors.length === 0, JSON.stringify(errors));
  await api(context, 'POST', `/apps/${app}/forms/${form}/publish`, {});
  await page.goto(`/t/demo/apps/${app}/forms/${form}/new`);
  await page.getByLabel(/^姓名/).fill('王小明');
  await page.getByLabel(/^手机/).fill('13812345678');
  await page.getByLabel(/^经过/).fill('送货迟到');
  await page.getByRole('button', { name: /^提交/ }).first().click();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
  await page.getByText('送货迟到').first().waitFor();
}

try {
  await makeAppAndForm();
  await byMouse();
  await byKeyboard();
  await tellPrivacy();
  const found = await axe(page);
  must(found.length === 0, found.join('\n'));
  await reloadKeepsEverything();
  await colleaguesMeet();
  await publishAndFill();
  must(crashes.length === 0, crashes.join('\n'));
  console.log('a form is designed');
} catch (error) {
  await page.screenshot({ path: 'target/designer.png' }).catch(() => undefined);
  throw error;
} finally {
  await browser.close();
}
