// What an ops team does on its first day, in a tenant in which there is nothing: install the CRM, import 500 customers, approve on a
// phone. Usage: node e2e/ops.mjs BASE_URL TENANT OPS SELLER MANAGER (sign-in names; ops is designer and administrator).
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { openBrowser, People } from './browser.mjs';

const [base, tenant, ops, seller, manager] = process.argv.slice(2);
const ROWS = 500;
const customers = `/t/${tenant}/apps/crm/forms/customer`;
const browser = await openBrowser();
const people = new People(browser, base);

await install();
await importRows();
const record = await submit();
await approveOnAPhone(record);
await browser.close();
console.log('an empty tenant is at work');

async function install() {
  const context = await people.context(ops);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByText('还没有可用的应用').waitFor();
  await page.getByRole('link', { name: '从模板安装' }).first().click();
  await page.getByRole('button', { name: '安装: 客户管理' }).click();
  await page.getByText(/已安装 \d/).waitFor();
  await page.getByRole('link', { name: '打开应用' }).click();
  await page.getByRole('link', { name: /^客户$/ }).click();
  await page.waitForURL(`**${customers}`);
  await context.close();
}

async function importRows() {
  const context = await people.context(ops);
  const page = await context.newPage();
  await page.goto(customers);
  await page.getByRole('button', { name: '导入' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${sheet()}`) });
  await dialog.getByRole('button', { name: '试运行' }).click();
  await dialog.getByRole('button', { name: `导入 ${ROWS} 行` }).click();
  await dialog.getByText('导入完成').waitFor();
  await context.close();

  const stored = await asked(ops, 'POST', `/apps/crm/forms/customer/records/query`, { count: true, limit: 1 });
  assert.equal(stored.count.value, ROWS);
}

/** Customers as a list from elsewhere has them: headings in words, every person another. */
function sheet() {
  const lines = Array.from(
    { length: ROWS },
    (_, i) => `客户${String(i).padStart(3, '0')},138${String(10_000_000 + i * 7919).slice(0, 8)},c${i}@example.cn`,
  );
  return ['姓名,手机,邮箱', ...lines].join('\r\n');
}

async function submit() {
  const made = await asked(seller, 'POST', '/apps/crm/forms/customer/records', {
    data: { name: '欧阳娜娜', mobile: '13912345678', idNumber: '11010519491231002X', creditLimit: '50000' },
    submit: true,
  });
  return made.id;
}

/** Three taps from the list of what waits: the task, approve, done. */
async function approveOnAPhone(id) {
  const context = await people.context(manager, { width: 390, height: 844, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(`/t/${tenant}/tasks`);
  await page
    .getByRole('link', { name: /欧阳娜娜/ })
    .first()
    .tap();
  await page.getByRole('button', { name: '同意' }).first().tap();
  const sure = page.getByRole('dialog').getByRole('button', { name: '同意' });
  await page.getByText('已同意').or(sure).first().waitFor();
  if (await sure.isVisible()) await sure.tap();
  await page.getByText('已同意').first().waitFor();
  await context.close();
  const flow = await asked(seller, 'GET', `/apps/crm/forms/customer/records/${id}/workflow`);
  assert.deepEqual(
    flow.entries.filter(({ action }) => action === 'approve').map(({ node }) => node),
    ['manager'],
  );
}

async function asked(name, method, path, data) {
  const context = await people.context(name);
  const answer = await context.request.fetch(`/api/v1/tenants/${tenant}${path}`, {
    method,
    headers: { 'X-Requested-With': 'jianmi', Prefer: 'wait=5' },
    ...(data === undefined ? {} : { data }),
  });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  const body = await answer.json();
  await context.close();
  return body;
}
