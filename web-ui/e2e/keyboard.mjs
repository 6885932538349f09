// A morning without a mouse: sam finds the form by the palette and enters a customer, mia decides by A and R; the focus is
// always somewhere one can see. Usage: node e2e/keyboard.mjs BASE_URL. Exits non-zero at the first thing that is not so.
import assert from 'node:assert/strict';
import { CUSTOMER, openBrowser, People } from './browser.mjs';
import { create, taskOf } from './fixture.mjs';

const browser = await openBrowser();
const people = new People(browser, process.argv[2] ?? 'http://localhost:8080', process.argv[3]);

/** What has the focus: its name, and whether a person can see that it has. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return { name: '', visible: false };
    const box = element.getBoundingClientRect();
    const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
    const frame = element.closest(
      '.ant-select, .ant-picker, .ant-input-number, .ant-input-affix-wrapper, .ant-mentions, label',
    );
    const around = frame ? [element, frame] : [element];
    const drawn = around.some((each) => {
      const style = getComputedStyle(each);
      const inner = each.querySelector?.('.ant-select-selector');
      return (
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
        style.boxShadow !== 'none' ||
        (inner && getComputedStyle(inner).boxShadow !== 'none')
      );
    });
    return {
      name: element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent?.trim() ?? '',
      visible: drawn && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Presses Tab until the wanted thing has the focus; every stop on the way must be visible. */
async function tabTo(page, wanted, most = 60) {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    let now = await focused(page);
    for (let wait = 0; wait < 10 && !now.visible && now.name !== ''; wait += 1) {
      await page.waitForTimeout(50); // the ring fades in
      now = await focused(page);
    }
    if (now.name !== '') assert.ok(now.visible, `the focus on "${now.name}" cannot be seen`);
    if (wanted.test(now.name)) return;
  }
  throw new Error(`Tab never reached ${wanted}`);
}

/** Waits until the wanted thing has the focus: an answer to a key press may take a moment on a busy machine. */
async function waitForFocus(page, wanted, what) {
  let name = '';
  for (let wait = 0; wait < 100; wait += 1) {
    ({ name } = await focused(page));
    if (wanted.test(name)) return;
    await page.waitForTimeout(50);
  }
  assert.match(name, wanted, what);
}

async function typeInto(page, label, text) {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

async function createByKeyboard() {
  const page = await (await people.context('sam')).newPage();
  await page.goto('/');
  await page.getByRole('heading', { name: /你好/ }).waitFor();
  await page.keyboard.press('/');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+k');
  await page.locator('[role="combobox"]:focus').waitFor();
  // Other apps may have a form of this title as well.
  const wanted = { name: '新建客户 客户管理' };
  await page.getByRole('option', wanted).waitFor();
  await page.keyboard.type('新建客户');
  for (
    let press = 0;
    press < 12 && !(await page.getByRole('option', { ...wanted, selected: true }).count());
    press += 1
  ) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${CUSTOMER}/new`);
  await page.getByLabel(/^姓名/).waitFor();

  await typeInto(page, /^姓名/, '慕容复');
  await typeInto(page, /^手机/, `138${String(Date.now()).slice(-8)}`);
  await tabTo(page, /^添加一行/);
  await page.keyboard.press('Enter');
  await waitForFocus(page, /产品/, 'a new row takes the focus');
  await page.keyboard.type('年度维护');
  await typeInto(page, /数量/, '3');
  await typeInto(page, /单价/, '19.90');
  await page.getByText('59.70').first().waitFor();
  await typeInto(page, /^备注/, '只用键盘录入');
  await tabTo(page, /^提交$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: '慕容复' }).waitFor();
  await page.context().close();
}

async function refusedByKeyboard() {
  const page = await (await people.context('sam')).newPage();
  await page.goto(`${CUSTOMER}/new`);
  await page.getByLabel(/^姓名/).waitFor();
  await page.getByLabel(/^姓名/).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
  await page.keyboard.type('写了一半');
  await page.getByRole('link', { name: '待办' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /离开/ }).waitFor();
  // It takes the keyboard once it stands, which may be after it is seen.
  for (let presses = 0; presses < 10 && (await page.getByRole('dialog').isVisible()); presses++) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
  }
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await page.getByLabel(/^姓名/).inputValue(), '写了一半', 'what was typed is kept');
  await page.context().close();
}

async function decideByKeyboard() {
  const first = await create(people, { creditLimit: '20000.00', name: '段誉' });
  const second = await create(people, { creditLimit: '30000.00', name: '虚竹' });
  const tasks = [await taskOf(people, 'mia', first.id), await taskOf(people, 'mia', second.id)];
  const page = await (await people.context('mia')).newPage();

  await page.goto(`/t/demo/tasks/${tasks[0]}`);
  await page.getByRole('button', { name: '同意' }).waitFor();
  await tabTo(page, /^转交/);
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: '转交给' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: '转交给' }).waitFor({ state: 'hidden' });
  await waitForFocus(page, /转交/, 'the focus returns to the button');
  await page.keyboard.press('a');
  await page.waitForURL((url) => !url.pathname.endsWith(tasks[0]));

  await page.goto(`/t/demo/tasks/${tasks[1]}`);
  await page.getByRole('button', { name: '拒绝' }).waitFor();
  await page.keyboard.press('r');
  await page.waitForURL((url) => !url.pathname.endsWith(tasks[1]));
  await page.context().close();
}

try {
  await createByKeyboard();
  await refusedByKeyboard();
  await decideByKeyboard();
  console.log('the keyboard suffices');
} finally {
  await browser.close();
}
