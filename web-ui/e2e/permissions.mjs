// A designer decides who sees what, is told why and what publishing changes, publishes, and an administrator looks with another's eyes.
// Usage: node e2e/permissions.mjs BASE_URL [PAGES_URL]. Prints "rights are seen before they are given" and ends with 0.
import { api, axe, CUSTOMER, openBrowser, People } from './browser.mjs';

const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);
const KEY = `perm-e2e-${Date.now().toString(36)}`;
const DESIGN = `/t/demo/apps/crm/forms/${KEY}/design`;

const group = (key, title, fields, more = {}) => ({
  key,
  title,
  members: { roles: [key] },
  actions: ['read'],
  fields,
  ...more,
});
const definition = {
  kind: 'form',
  key: KEY,
  title: '权限试验',
  fields: [
    { key: 'name', type: 'text', title: '称呼', sensitivity: { level: 'personal', kind: 'name', purposes: ['sales'] } },
    { key: 'owner', type: 'member', title: '负责人' },
  ],
  permissionGroups: [
    group('sales', '销售', { '*': 'read' }, { actions: ['create', 'read', 'update'], scope: 'owner = user.id' }),
    group('finance', '财务', { name: 'hidden', owner: 'hidden' }),
  ],
};

function expect(right, what) {
  if (!right) throw new Error(what);
}

async function design() {
  const context = await people.context('designer');
  await api(context, 'PUT', `/apps/crm/forms/${KEY}/draft`, definition);
  await api(context, 'POST', `/apps/crm/forms/${KEY}/publish`, {});
  const next = { ...definition, fields: [...definition.fields] };
  next.fields.push({
    key: 'paper',
    type: 'id-card',
    title: '证件号',
    sensitivity: { level: 'sensitive', kind: 'idcard', purposes: ['sales'], lawfulBasis: 'contract' },
  });
  await api(context, 'PUT', `/apps/crm/forms/${KEY}/draft`, next);
  const page = await context.newPage();

  await page.goto(`${DESIGN}/publish`);
  await page.getByText(/还有 1 个错误要解决/).waitFor();
  await page.getByRole('button', { name: '证件号: 脱敏' }).click();
  await page.getByText(/可以发布第 2 版/).waitFor();
  await page
    .getByText(/人将看到更多/)
    .first()
    .waitFor();
  expect((await axe(page)).length === 0, `publish page: ${await axe(page)}`);

  await page.goto(`${DESIGN}/permissions?view=matrix`);
  await page.getByRole('button', { name: /^称呼 · 财务: 隐藏/ }).focus();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: /^称呼 · 财务: 脱敏/ }).waitFor();
  expect((await axe(page)).length === 0, `matrix: ${await axe(page)}`);

  await page.getByRole('button', { name: '为什么' }).click();
  const why = page.getByRole('dialog');
  await why.getByRole('combobox').click();
  await why.getByRole('combobox').fill('财务');
  await page.keyboard.press('Enter');
  await why.getByText('“财务”给出：脱敏').first().waitFor();
  await page.keyboard.press('Escape');

  await page.goto(`${DESIGN}/publish`);
  await page.getByRole('button', { name: '发布第 2 版' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('第 2 版已发布').first().waitFor();
  await context.close();
}

async function look() {
  const context = await people.context('admin');
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: /的菜单/ }).click();
  await page.getByText('以他人身份查看…').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await dialog.getByRole('combobox').fill('销售');
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^销售$/ })
    .click();
  await dialog.getByRole('button', { name: '开始查看' }).click();
  await page.getByText(/正在以“销售”的身份查看/).waitFor();
  expect((await axe(page)).length === 0, `home as another: ${await axe(page)}`);
  await page.getByRole('link', { name: /^客户/ }).first().click();
  await page.waitForURL(`**${CUSTOMER}*`);
  await page.getByText(/正在以“销售”的身份查看/).waitFor();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.getByText(/正在以/).waitFor({ state: 'detached' });
  await context.close();
}

try {
  await design();
  await look();
  console.log('rights are seen before they are given');
} finally {
  await browser.close();
}
