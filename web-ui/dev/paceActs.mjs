// What pace.mjs opens, and what it does there, in zh-CN at desk width.
const button = (page, name) => page.getByRole('button', { name }).first();
const key = (keys) => (page) => page.keyboard.press(keys);

/** Names of states in e2e/states.mjs. */
export const PAGES = [
  'signin',
  'home',
  'list',
  'record',
  'new',
  'tasks',
  'task',
  'design',
  'flow',
  'dashboard',
  'audit',
  'templates',
];

export const ACTS = {
  home: {
    on: 'home',
    acts: {
      'open the palette': key('Control+k'),
      'a letter in the palette': key('k'),
      'close the palette': key('Escape'),
      'open the menu of the person': (page) => page.getByRole('button', { name: /的菜单$/ }).click(),
      'close it': key('Escape'),
      'go to the inbox': (page) => page.getByRole('link', { name: /待办/ }).first().click(),
    },
  },
  list: {
    on: 'list',
    acts: {
      'sort by a column': (page) => page.getByRole('columnheader').nth(1).click(),
      'open the filter': (page) => button(page, /^筛选/).click(),
      'close it': key('Escape'),
      'scroll by the wheel, then a key': async (page) => {
        await page.mouse.move(700, 500);
        await page.mouse.wheel(0, 2_000);
        await page.keyboard.press('PageDown');
      },
      'open a record': (page) => page.getByRole('row').nth(3).getByRole('link').first().click(),
    },
  },
  record: {
    on: 'record',
    acts: {
      'to the comments': (page) => page.getByRole('tab', { name: /^评论/ }).click(),
      'to the workflow': (page) => page.getByRole('tab', { name: /^流程/ }).click(),
      edit: (page) => button(page, /^编辑/).click(),
      'a letter': async (page) => {
        await page.getByLabel(/^姓名/).focus();
        await page.keyboard.press('a');
      },
    },
  },
  new: {
    on: 'new',
    acts: {
      'a letter': async (page) => {
        await page.getByLabel(/^姓名/).focus();
        await page.keyboard.press('a');
      },
      'a digit that a rule looks at': async (page) => {
        await page.getByLabel(/^授信额度/).focus();
        await page.keyboard.press('9');
      },
      'a row more': (page) => button(page, /^添加一行/).click(),
      'send what is not whole': (page) => button(page, /^提交/).click(),
    },
  },
  design: {
    on: 'design',
    acts: {
      'choose a field': (page) => page.getByRole('group', { name: /^手机, / }).click(),
      'a letter of its title': async (page) => {
        await page.getByRole('textbox', { name: '标题', exact: true }).focus();
        await page.keyboard.press('a');
      },
      undo: key('Control+z'),
    },
  },
  flow: {
    on: 'flow',
    acts: {
      'choose a step': (page) => page.locator('[data-node="risk"]').first().click(),
      'the free chart': (page) =>
        page
          .locator('.ant-segmented-item')
          .filter({ hasText: /^自由图$/ })
          .click(),
    },
  },
};
