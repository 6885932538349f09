// Rough hands: two clicks on submit, markup in every text, two tabs on one record, a session that ends while one types, a
// server that goes away. Nothing is lost, done twice or run. Usage: node e2e/rough.mjs BASE_URL [PAGES_URL].
import assert from 'node:assert/strict';
import { api, CUSTOMER, openBrowser, People } from './browser.mjs';
import { create, customer } from './fixture.mjs';

const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);
const PAYLOAD = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const HARD = `${PAYLOAD} 😀👨‍👩‍👧 مرحبا‏ ${'很长'.repeat(20)}`;

async function newPage(path, ready) {
  const page = await (await people.context('sam')).newPage();
  await page.goto(path);
  await page.getByText(ready).first().waitFor();
  return page;
}

async function submitsOnce() {
  const name = `双击${Date.now() % 100000}`;
  const page = await newPage(`${CUSTOMER}/new`, '基本信息');
  const { mobile } = customer();
  let posts = 0;
  page.on('request', (request) => (posts += request.method() === 'POST' && /\/records$/.test(request.url()) ? 1 : 0));
  await page.getByLabel(/^姓名/).fill(name);
  await page.getByLabel(/^手机/).fill(mobile);
  await page.getByRole('button', { name: '提交' }).dblclick();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}$/);
  assert.equal(posts, 1, 'two clicks create one record');
  await page.goBack();
  assert.ok(!page.url().endsWith('/new'), 'going back does not offer the sent form again');
  await page.context().close();
}

async function showsMarkupAsText() {
  const { id } = await create(people, {
    name: HARD.slice(0, 64),
    notes: HARD,
    address: HARD,
    deals: [{ product: PAYLOAD, quantity: '1', price: '1' }],
  });
  for (const path of [`${CUSTOMER}/records/${id}`, CUSTOMER, '/t/demo/tasks?box=initiated']) {
    const page = await newPage(path, /客户|我的工作/);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.evaluate(() => window.hacked), undefined, `markup ran on ${path}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${path} scrolls sideways by ${wide} px`);
    if (path.includes('/records/')) assert.ok((await page.getByText('<script>').count()) > 0, 'markup shows as text');
    await page.context().close();
  }
}

async function keepsBothOfTwoTabs() {
  const record = await create(people, { creditLimit: null });
  const page = await newPage(`${CUSTOMER}/records/${record.id}`, '基本信息');
  await page.getByRole('button', { name: '编辑' }).click();
  await page.getByRole('form', { name: '编辑' }).waitFor();
  await page.getByLabel(/^备注/).fill('第一个标签页写的');
  await page.request.fetch(`/api/v1/tenants/demo/apps/crm/forms/customer/records/${record.id}`, {
    method: 'PATCH',
    headers: { 'X-Requested-With': 'jianmi', 'If-Match': `"${record.version}"` },
    data: { data: { notes: '第二个标签页存的' } },
  });
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '载入最新并保留我的修改' }).click();
  await page.getByRole('form', { name: '编辑' }).getByText('第二个标签页存的').waitFor();
  assert.equal(await page.getByLabel(/^备注/).inputValue(), '第一个标签页写的');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '编辑' }).waitFor();
  const stored = await api(page.context(), 'GET', `/apps/crm/forms/customer/records/${record.id}`);
  assert.equal(stored.data.notes, '第一个标签页写的');
  await page.context().close();
}

async function survivesTheEndOfTheSession() {
  const page = await newPage(`${CUSTOMER}/new`, '基本信息');
  await page.getByLabel(/^姓名/).fill('写到一半');
  await page.getByLabel(/^手机/).fill(customer().mobile);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.getByRole('dialog', { name: '登录已过期' }).waitFor();
  assert.ok(!(await page.getByLabel(/^姓名/).isVisible()), 'nothing can be read while nobody is signed in');
  await page.context().addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await page.getByLabel(/^姓名/).inputValue(), '写到一半');

  await page.route(/\/records$/, (route) => route.abort());
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.getByText('网络中断').first().waitFor();
  await page.unroute(/\/records$/);
  await page.getByRole('button', { name: '存草稿' }).click();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}$/);
  await page.context().close();
}

async function showsWhatSomebodyElseDoes() {
  const record = await create(people, { creditLimit: null });
  const page = await (await people.context('sam', { live: true })).newPage();
  await page.goto(`${CUSTOMER}/records/${record.id}`);
  await page.getByText('由老客户介绍').first().waitFor();
  const other = await people.context('admin');
  await other.request.fetch(`/api/v1/tenants/demo/apps/crm/forms/customer/records/${record.id}`, {
    method: 'PATCH',
    headers: { 'X-Requested-With': 'jianmi', 'If-Match': `"${record.version}"` },
    data: { data: { notes: '别人刚刚改的' } },
  });
  await page.getByText('别人刚刚改的').first().waitFor();
  await other.close();
  await page.context().close();
}

try {
  await submitsOnce();
  await showsMarkupAsText();
  await keepsBothOfTwoTabs();
  await survivesTheEndOfTheSession();
  await showsWhatSomebodyElseDoes();
  console.log('rough hands break nothing');
} finally {
  await browser.close();
}
