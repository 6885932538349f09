// What pace.mjs opens, and what it does there, in zh-CN at desk width.
import { paneOf } from '../e2e/browser.mjs';

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

/** What one does to a form: a field by its name on the canvas. */
function designing(name) {
  const item = (page) => page.getByRole('group', { name }).first();
  const pane = (page) => paneOf(page, '属性');
  const title = (page) => pane(page).getByRole('textbox', { name: '标题 (中文)' });
  return {
    'choose a field': (page) => item(page).click(),
    'the next one by arrow': key('ArrowDown'),
    'the one before by arrow': key('ArrowUp'),
    'write its title on the form': key('Enter'),
    'a letter there': key('a'),
    'leave it as it was': key('Escape'),
    'a letter of its title': (page) => title(page).press('a'),
    'undo that': key('Control+z'),
    'choose the form': async (page) => {
      await item(page).focus();
      await page.keyboard.press('Escape');
    },
    'choose the field again': (page) => item(page).click(),
    'add a field': (page) => button(page, /^评分$/).click(),
    'undo the field': key('Control+z'),
    'move it by key': async (page) => {
      await item(page).focus();
      await page.keyboard.press('Alt+ArrowUp');
    },
    'undo the move': key('Control+z'),
    'drag it by mouse': async (page) => {
      const box = await item(page).boundingBox();
      await page.mouse.move(box.x + 40, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 60, box.y - 90, { steps: 12 });
      await page.mouse.up();
    },
    'undo the drag': key('Control+z'),
    'another level': (page) =>
      pane(page).getByRole('radio', { name: '敏感个人信息', exact: true }).check({ force: true }),
    'undo the level': key('Control+z'),
    'more of it': (page) => pane(page).getByRole('button', { name: '更多' }).click(),
    'a letter of an expression': async (page) => {
      const box = pane(page).locator('.cm-content').first();
      await box.focus();
      await page.keyboard.press('f');
    },
    'undo the expression': (page) => page.getByRole('button', { name: /^撤销/ }).click(),
    'the JSON': (page) => button(page, /^JSON$/).click(),
    'a letter of the JSON': async (page) => {
      await page.locator('.jm-json-editor .cm-line').filter({ hasText: '"zh-CN"' }).first().click();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('a');
    },
    'undo the JSON': (page) => page.getByRole('button', { name: /^撤销/ }).click(),
    'back from the JSON': (page) => button(page, /^JSON$/).click(),
  };
}

/** What one does to a workflow: a step by its key on the canvas, and what a sample holds that starts it. */
function drawing({ first, sample = {} }) {
  const card = (page) => page.locator(`[data-node="${first}"]`).first();
  const panel = (page) => paneOf(page, '设置');
  const running = (page) => page.getByRole('complementary', { name: '模拟运行' });
  const view = (name) => (page) => page.locator('.ant-segmented-item').filter({ hasText: name }).first().click();
  return {
    'choose a step': (page) => card(page).click(),
    'the next one by arrow': key('ArrowDown'),
    'the one before by arrow': key('ArrowUp'),
    'into its panel': key('Enter'),
    'a letter of its name': (page) => panel(page).getByLabel('名称').press('a'),
    'undo that': key('Control+z'),
    'what can be added': (page) =>
      page
        .getByRole('button', { name: /之后添加$/ })
        .first()
        .click(),
    'add a step': (page) => page.getByRole('menuitem', { name: '抄送' }).click(),
    'undo the step': key('Control+z'),
    'other fields of its matrix': async (page) => {
      await page.locator('[data-node]').first().click();
      await card(page).click();
      await panel(page).getByText('受保护', { exact: true }).first().click();
    },
    'the free chart': view(/^自由图$/),
    'a step of the chart': (page) => page.locator(`.react-flow__node[data-id="${first}"]`).click(),
    'the JSON': view(/^JSON$/),
    'back to the flow': view(/^流程$/),
    'simulate a run': (page) => button(page, /^模拟运行$/).click(),
    'run it': async (page) => {
      const pane = running(page);
      for (const [field, value] of Object.entries(sample)) await pane.getByLabel(new RegExp(`^${field}`)).fill(value);
      await pane.getByRole('button', { name: '运行', exact: true }).click();
    },
    'answer a step': (page) => running(page).getByRole('button', { name: '同意' }).click(),
    'step back': (page) => button(page, /^上一步$/).click(),
    'end it': (page) => button(page, /^结束模拟$/).click(),
  };
}

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
  design: { on: 'design', acts: designing(/^邮箱, /) },
  'design-big': { on: 'design-big', acts: designing(/^文本 104, /) },
  flow: { on: 'flow', acts: drawing({ first: 'risk', sample: { 授信额度: '150000' } }) },
  'flow-big': { on: 'flow-big', acts: drawing({ first: 'a5' }) },
};
