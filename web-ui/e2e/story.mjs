// The story of a credit approval in a real browser: sam enters a customer, mia, rick, rose and fay approve, rick and rose
// after revealing the identity number. Usage: node e2e/story.mjs BASE_URL. Exits non-zero at the first thing that is not so.
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://localhost:8080';
const mobile = '139' + String(Date.now()).slice(-8);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

async function signIn(name) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(base + '/');
  await page
    .getByRole('button', { name: '登录' })
    .or(page.getByRole('link', { name: '登录' }))
    .first()
    .click();
  await page.locator('#username').fill(name);
  await page.locator('#password').fill(name);
  await page.locator('#kc-login').click();
  await page.waitForURL(base + '/**');
  return page;
}

async function create() {
  const page = await signIn('sam');
  await page.goto(base + '/t/demo/apps/crm/forms/customer/new');
  await page.getByLabel('姓名').fill('欧阳娜娜');
  await page.getByLabel('手机').fill(mobile);
  await page.getByLabel('授信额度').fill('150000');
  await page.getByLabel('身份证号').fill('11010519491231002X');
  await page.getByRole('button', { name: '提交' }).click();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
  await page.getByText('审批中').first().waitFor();
  const id = /records\/([0-9a-f-]{36})/.exec(page.url())[1];
  await page.context().close();
  return id;
}

async function approve(name, record, { reveal = false, comment = '' } = {}) {
  const page = await signIn(name);
  const inbox = await page.request.get(`${base}/api/v1/tenants/demo/tasks?box=todo&record=${record}`);
  const [task] = (await inbox.json()).items;
  if (!task) throw new Error(`${name} has no task on the record`);
  await page.goto(`${base}/t/demo/tasks/${task.id}`);
  await page.getByRole('button', { name: '同意' }).first().waitFor();
  if (reveal) {
    if ((await page.getByText('11010519491231002X').count()) > 0)
      throw new Error('the number shows before it is revealed');
    await page.getByRole('button', { name: /查看 身份证号 明文/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('核对身份证');
    const purpose = dialog.getByRole('radio');
    if ((await purpose.count()) > 0) await purpose.first().check({ force: true });
    await dialog.getByRole('button', { name: '查看明文' }).click();
    await page.getByText('11010519491231002X').first().waitFor();
  }
  if (comment)
    await page
      .getByRole('textbox', { name: /意见|备注|comment/i })
      .first()
      .fill(comment);
  await page.getByRole('button', { name: '同意' }).first().click();
  await page.waitForURL((url) => !url.pathname.endsWith(task.id));
  await page.context().close();
}

try {
  const record = await create();
  await approve('mia', record);
  await approve('rick', record, { reveal: true, comment: '风险可控' });
  await approve('rose', record, { reveal: true, comment: '同意授信' });
  await approve('fay', record);
  const sam = await signIn('sam');
  await sam.goto(`${base}/t/demo/apps/crm/forms/customer/records/${record}`);
  await sam.getByText('重点').first().waitFor();
  if ((await sam.getByText('11010519491231002X').count()) > 0) throw new Error('sam sees the number');
  await sam.goto(`${base}/t/demo/tasks?box=cc`);
  await sam.getByText('欧阳娜娜').first().waitFor();
  const sue = await signIn('sue');
  await sue.goto(`${base}/t/demo/apps/crm/forms/customer/records/${record}`);
  await sue.waitForTimeout(1000);
  if ((await sue.getByText('欧阳娜娜').count()) > 0) throw new Error('sue sees the record');
  console.log('the story holds');
} finally {
  await browser.close();
}
