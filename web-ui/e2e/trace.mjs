// What an auditor does: somebody looked at an identity number; who was it, why, and is the log what it was? After ops.mjs, in the same
// tenant. Usage: node e2e/trace.mjs BASE_URL TENANT REVEALER AUDITOR (sign-in names).
import assert from 'node:assert/strict';
import { axe, openBrowser, People } from './browser.mjs';

const [base, tenant, revealer, auditor] = process.argv.slice(2);
const NUMBER = '11010519491231002X';
const REASON = '核对合同主体';
const browser = await openBrowser();
const people = new People(browser, base);

const record = await reveal();
await trace();
await browser.close();
console.log('the look is traced and the log is proven');

/** The look itself: by the API, as an integration would. */
async function reveal() {
  const context = await people.context(revealer);
  const form = `/api/v1/tenants/${tenant}/apps/crm/forms/customer/records`;
  const headers = { 'X-Requested-With': 'jianmi' };
  const found = await context.request.post(`${form}/query`, {
    headers,
    data: { filter: { field: 'mobile', op: 'eq', value: '13912345678' } },
  });
  const { id } = (await found.json()).items[0];
  const opened = await context.request.post(`${form}/${id}/reveal`, {
    headers,
    data: { fields: ['idNumber'], purpose: 'contract', reason: REASON },
  });
  assert.equal((await opened.json()).values.idNumber, NUMBER);
  await context.close();
  return id;
}

async function trace() {
  const context = await people.context(auditor);
  const page = await context.newPage();
  await page.goto(`/t/${tenant}/apps/crm/forms/customer/records/${record}`);
  await page.getByRole('tab', { name: '访问' }).click();
  const look = page.getByRole('listitem').filter({ hasText: '查看明文' }).first();
  await look.getByRole('link', { name: new RegExp(revealer) }).click();

  await page.getByText('本条目的指纹由其原文重新算出').waitFor();
  await page.getByText(REASON).waitFor();
  await page.getByText('身份证号').first().waitFor();
  assert.deepEqual(await axe(page), []);
  assert.ok(!(await page.content()).includes(NUMBER), 'the log tells the number itself');

  await page.getByRole('link', { name: '谁看过此记录的明文' }).click();
  await page.getByText(new RegExp(revealer)).first().waitFor();
  await page.getByRole('link', { name: '验证' }).click();
  await page.getByRole('button', { name: '取得并验证' }).click();
  await page.getByText(/条与每个签名树头一致，没有缺失或改动/).waitFor({ timeout: 60_000 });
  await context.close();
}
