// Every page of the product in every state that a person can meet: who looks, where, and what they do there.
// A state is `{as, path, act?, before?}`; `before` shapes the network, `act` brings the page into the state.
import { Buffer } from 'node:buffer';
import { beside, edit } from './beside.mjs';
import { COMPANY, CUSTOMER } from './browser.mjs';
import { dashboards } from './dashboards.mjs';
import { desk } from './desk.mjs';
import { flows } from './flows.mjs';
import { house } from './house.mjs';
import { answers, hangs, published, shared } from './network.mjs';
import { shell } from './shell.mjs';
import { views } from './views.mjs';
import { visitor } from './visitor.mjs';
import { workflowDesigns } from './workflows.mjs';

const BUTTON = (page, zh, en) => page.getByRole('button', { name: new RegExp(`^(${zh}|${en})`) }).first();
const TAB = (page, zh, en) => page.getByRole('tab', { name: new RegExp(`^(${zh}|${en})`) });
const filter = (conditions) => `?f=${encodeURIComponent(JSON.stringify(conditions))}`;

async function fillNew(page) {
  await page.getByLabel(/^(姓名|Name)/).fill('欧阳娜娜');
  await page.getByLabel(/^(授信额度|Credit limit)/).fill('150000');
  for (const row of [1, 2]) {
    await BUTTON(page, '添加一行', 'Add a row').click();
    await page
      .getByLabel(new RegExp(`^(第 ${row} 行 产品|Product, row ${row})`))
      .fill(row === 1 ? '年度维护' : '现场培训');
    await page.getByLabel(new RegExp(`^(第 ${row} 行 数量|Quantity, row ${row})`)).fill('3');
    await page.getByLabel(new RegExp(`^(第 ${row} 行 单价|Unit price, row ${row})`)).fill('12800.50');
  }
  await page.getByLabel(/^(备注|Notes)/).fill('电话沟通过两次。');
}

async function invalidEdit(page) {
  await edit(page);
  await page.getByLabel(/^(姓名|Name)/).fill('');
  await page.getByLabel(/^(邮箱|E-mail)/).fill('not-an-address');
  await page.getByLabel(/^(授信额度|Credit limit)/).fill('-5');
  await BUTTON(page, '保存', 'Save').click();
}

async function reveal(page) {
  await page.getByRole('button', { name: /(查看.*身份证号|Reveal National|See National|National ID)/ }).click();
  await page.getByRole('dialog').waitFor();
}

/** Reveals the identity number, unless an earlier reveal of the same person still runs. */
async function revealed(page) {
  if ((await page.getByText(/\d{17}[\dX]/).count()) > 0) return;
  await reveal(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('核对合同签署人');
  await dialog.getByRole('radio').first().check({ force: true });
  await dialog.getByRole('button', { name: /^(查看明文|Reveal)$/ }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function chooseFile(page) {
  await BUTTON(page, '导入', 'Import').click();
  await page.locator('input[type="file"]').setInputFiles({
    name: '客户.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('姓名,手机,授信额度,备忘\n钱多多,17700000001,100,电话沟通\n孙小小,12345,-5,\n'),
  });
  await page.getByRole('combobox').first().waitFor();
}

/** Tries a file of one good row and a bad one; nothing is stored. */
async function tryImport(page) {
  await chooseFile(page);
  await BUTTON(page, '试运行', 'Dry run').click();
  await page.getByText(/^(试运行完成|Dry run finished)$/).waitFor();
}

async function choose(page) {
  const boxes = page.getByRole('checkbox', { name: /^(选择 |Choose )/ });
  await boxes.first().waitFor();
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

/** Two records, one field that they are to be given. */
async function changeChosen(page) {
  await choose(page);
  await BUTTON(page, '修改字段', 'Change fields').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page
    .locator('.ant-select-item-option-content')
    .filter({ hasText: /^(客户等级|Level)$/ })
    .click();
}

async function refusedChange(page) {
  await changeChosen(page);
  await page.route(/batch-update/, (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        status: 409,
        code: 'record.in-workflow',
        errors: [{ pointer: '/ids/0', code: 'record.in-workflow' }],
      }),
    }),
  );
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^(修改 2|Change 2)/ })
    .click();
  await page.getByRole('alert').waitFor();
}

const record = (id) => `${CUSTOMER}/records/${id}`;
const task = (id) => `/t/demo/tasks/${id}`;

export function states(made) {
  return {
    signin: { as: null, path: '/' },
    home: { as: 'mia', path: '/' },
    'home-quiet': { as: 'nora', path: '/' },
    'home-loading': { as: 'sam', path: '/', before: hangs(/\/(apps|tasks)(\?|$)/), loading: true },
    list: { as: 'sam', path: CUSTOMER },
    'list-view': { as: 'sam', path: `${CUSTOMER}?view=mine&sort=-amount` },
    ...views,
    ...workflowDesigns,
    ...dashboards,
    'list-masked': { as: 'audra', path: CUSTOMER },
    'list-company': { as: 'admin', path: COMPANY },
    'list-none': {
      as: 'sam',
      path: `${CUSTOMER}`,
      before: answers(/records\/query/, 200, { items: [], next: null, count: { value: 0, exact: true } }),
    },
    'list-nomatch': {
      as: 'sam',
      path: CUSTOMER + filter([{ field: 'creditLimit', op: 'gt', value: '99999999' }]),
    },
    'list-filtered': {
      as: 'mia',
      path:
        CUSTOMER +
        filter([
          { field: 'level', op: 'in', value: ['C'] },
          { field: 'createdAt', op: 'gte', value: '2026-01-01' },
        ]),
      act: (page) => BUTTON(page, '筛选', 'Filter').click(),
    },
    'list-shared': { as: 'sam', path: `${CUSTOMER}?shared=1` },
    'list-loading': { as: 'sam', path: CUSTOMER, before: hangs(/records\/query/), loading: true },
    'list-error': {
      as: 'sam',
      path: CUSTOMER,
      before: answers(/records\/query/, 503, { status: 503, code: 'system.unavailable' }),
    },
    'list-noright': { as: 'nora', path: CUSTOMER },
    'list-chosen': { as: 'admin', path: CUSTOMER, act: choose },
    'list-change': { as: 'admin', path: CUSTOMER, act: changeChosen },
    'list-change-refused': { as: 'admin', path: CUSTOMER, act: refusedChange },
    bin: { as: 'admin', path: `${CUSTOMER}/bin` },
    'bin-none': {
      as: 'admin',
      path: `${CUSTOMER}/bin`,
      before: answers(/records\/query/, 200, { items: [], next: null, count: { value: 0, exact: true } }),
    },
    'bin-closed': { as: 'sam', path: `${CUSTOMER}/bin` },
    'import-file': { as: 'admin', path: CUSTOMER, act: (page) => BUTTON(page, '导入', 'Import').click() },
    'import-columns': { as: 'admin', path: CUSTOMER, act: chooseFile },
    'import-checked': { as: 'admin', path: CUSTOMER, act: tryImport },
    export: { as: 'admin', path: CUSTOMER, act: (page) => BUTTON(page, '导出', 'Export').click() },
    record: { as: 'sam', path: record(made.plain) },
    'record-captured': {
      as: 'sam',
      path: record(made.plain),
      before: published,
      act: async (page) => {
        await BUTTON(page, '按填写时的版本显示', 'Show as captured').click();
        await page.getByText(/^(正按填写时的|Shown as captured)/).waitFor();
      },
    },
    'record-running': { as: 'sam', path: record(made.waiting) },
    'record-manager': { as: 'mia', path: record(made.plain) },
    'record-history': { as: 'audra', path: record(made.risk) },
    'record-comments': {
      as: 'sam',
      path: record(made.waiting),
      act: async (page) => {
        await TAB(page, '评论', 'Comments').click();
        await page.getByLabel(/^(写评论|Write a comment)$/).pressSequentially('请看一下 @');
        await page.getByRole('menuitem').first().waitFor();
      },
    },
    'record-comments-failed': {
      as: 'sam',
      path: record(made.plain),
      before: answers(/records\/[0-9a-f-]{36}\/comments/, 503, { status: 503, code: 'system.unavailable' }),
      act: (page) => TAB(page, '评论', 'Comments').click(),
    },
    'record-comments-loading': {
      as: 'sam',
      path: record(made.plain),
      before: hangs(/records\/[0-9a-f-]{36}\/comments/),
      act: (page) => TAB(page, '评论', 'Comments').click(),
      loading: true,
    },
    'record-workflow': { as: 'audra', path: record(made.risk), act: (page) => TAB(page, '流程', 'Approval').click() },
    'record-access': { as: 'audra', path: record(made.plain), act: (page) => TAB(page, '访问', 'Access').click() },
    'record-access-closed': { as: 'sam', path: record(made.plain), act: (page) => TAB(page, '访问', 'Access').click() },
    'record-share': {
      as: 'admin',
      path: record(made.plain),
      before: shared,
      act: async (page) => {
        await BUTTON(page, '共享', 'Share').click();
        await page.getByRole('dialog').getByText('韩梅梅').first().waitFor();
      },
    },
    'record-printing': {
      as: 'admin',
      path: record(made.plain),
      before: hangs(/records\/[0-9a-f-]{36}\/print/),
      act: (page) => BUTTON(page, '打印', 'Print').click(),
    },
    'record-print-failed': {
      as: 'admin',
      path: record(made.plain),
      before: answers(/records\/[0-9a-f-]{36}\/print/, 503, { status: 503, code: 'print.font-missing' }),
      act: (page) => BUTTON(page, '打印', 'Print').click(),
    },
    'record-missing': { as: 'sam', path: record('0190a000-0000-7000-8000-00000000dead') },
    'record-loading': {
      as: 'sam',
      path: record(made.plain),
      before: hangs(/api.*records\/[0-9a-f-]{36}/),
      loading: true,
    },
    edit: { as: 'sam', path: record(made.plain), act: edit },
    'edit-draft': { as: 'sam', path: record(made.draft), act: edit },
    'edit-errors': { as: 'sam', path: record(made.plain), act: invalidEdit },
    'edit-replace': {
      as: 'mia',
      path: record(made.plain),
      act: async (page) => {
        await edit(page);
        await page.getByRole('button', { name: /(重新填写|替换|Replace|Enter a new).*(身份证号|National)/ }).click();
      },
    },
    reveal: { as: 'mia', path: record(made.refused), act: reveal },
    'reveal-live': { as: 'mia', path: record(made.plain), act: revealed },
    new: { as: 'sam', path: `${CUSTOMER}/new` },
    'new-filled': { as: 'sam', path: `${CUSTOMER}/new`, act: fillNew },
    'new-errors': {
      as: 'sam',
      path: `${CUSTOMER}/new`,
      act: async (page) => BUTTON(page, '提交', 'Submit').click(),
    },
    tasks: { as: 'mia', path: '/t/demo/tasks' },
    'tasks-done': { as: 'mia', path: '/t/demo/tasks?box=done' },
    'tasks-started': { as: 'sam', path: '/t/demo/tasks?box=initiated' },
    'tasks-copied': { as: 'sam', path: '/t/demo/tasks?box=cc' },
    'tasks-none': { as: 'nora', path: '/t/demo/tasks' },
    task: { as: 'mia', path: task(made.tasks.mia) },
    'task-return': {
      as: 'mia',
      path: task(made.tasks.mia),
      act: (page) => page.getByRole('button', { name: /^(退回|Return)/ }).click(),
    },
    'task-transfer': {
      as: 'mia',
      path: task(made.tasks.mia),
      act: (page) => page.getByRole('button', { name: /^(转交|Transfer)/ }).click(),
    },
    'task-risk': { as: 'rick', path: task(made.tasks.rick) },
    'task-comment': { as: 'rick', path: task(made.tasks.rick), act: (page) => BUTTON(page, '同意', 'Approve').click() },
    'task-reveal': { as: 'rick', path: task(made.tasks.rick), act: revealed },
    'task-finance': { as: 'fay', path: task(made.tasks.fay) },
    'task-decided': { as: 'mia', path: task(made.tasks.decided) },
    'task-missing': { as: 'mia', path: task('0190a000-0000-7000-8000-00000000dead') },
    ...flows({ waiting: record(made.risk), plain: made.plain, task: task(made.tasks.rick) }),
    design: { as: 'designer', path: `${CUSTOMER}/design` },
    'design-field': {
      as: 'designer',
      path: `${CUSTOMER}/design`,
      act: (page) => page.getByRole('group', { name: /^(手机|Mobile), / }).click(),
    },
    ...desk,
    ...beside,
    ...house,
    entry: { as: 'audra', path: '/t/demo/audit/12' },
    'entry-technical': {
      as: 'audra',
      path: '/t/demo/audit/12',
      act: (page) => page.locator('summary').click(),
    },
    'entry-failed': {
      as: 'audra',
      path: '/t/demo/audit/12',
      before: (page) =>
        page.route(/proof\/inclusion/, async (route) => {
          const answer = await route.fetch();
          const proof = await answer.json();
          await route.fulfill({
            json: { ...proof, proof: proof.proof.map((hash) => hash.replace(/^./, (c) => (c === '0' ? '1' : '0'))) },
          });
        }),
    },
    ...shell,
    ...visitor,
    'person-menu': {
      as: 'sam',
      path: '/',
      act: (page) => page.getByRole('button', { name: /的菜单|Menu of/ }).click(),
    },
    missing: { as: 'sam', path: '/nowhere/to/be/found' },
    unreachable: { as: 'sam', path: '/', before: (page) => page.route(/\/api\//, (route) => route.abort()) },
  };
}
