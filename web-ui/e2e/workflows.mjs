// The workflow designer: the list of a form's workflows, a workflow in its views, with its settings, findings and a simulated run.
const LIST = '/t/demo/apps/crm/forms/customer/design/workflows';
const CREDIT = `${LIST}/credit-approval`;

const phone = (page) => page.evaluate(() => window.matchMedia('(max-width: 900px)').matches);
const card = (page, key) => page.locator(`[data-node="${key}"]`).first();
const view = (zh, en) => async (page) =>
  page
    .locator('.ant-segmented-item')
    .filter({ hasText: new RegExp(`^(${zh}|${en})$`) })
    .click();

async function json(page) {
  await view('JSON', 'JSON')(page);
  await page.locator('.jm-json-editor .cm-content').waitFor();
}

async function select(page, key) {
  await card(page, key).click();
  if (await phone(page)) await page.getByRole('dialog').waitFor();
  else await page.locator('.jm-flow-panel-head').waitFor();
}

async function simulate(page) {
  await page.getByRole('button', { name: /^(模拟运行|Simulate)$/ }).click();
  const panel = page.getByRole('complementary', { name: /^(模拟运行|Simulated run)$/ });
  await panel.getByLabel(/^(授信额度|Credit limit)/).fill('150000');
  await panel.getByRole('button', { name: /^(运行|Run)$/ }).click();
  const approve = panel.getByRole('button', { name: /^(同意|Approve)$/ });
  await approve.waitFor();
  await approve.click();
  await panel.getByRole('heading', { name: /^(风控会签|Risk committee)$/ }).waitFor();
}

/** A draft with findings, answered here so that nothing has to be saved. */
const found = (findings) => async (page) =>
  page.route(/\/workflows\/credit-approval\/publish\?/, (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body: JSON.stringify({ findings }) }),
  );

export const workflowDesigns = {
  'flow-list': { as: 'designer', path: LIST },
  'flow-new': {
    as: 'designer',
    path: LIST,
    act: async (page) => page.getByRole('button', { name: /^(新建流程|New workflow)$/ }).click(),
  },
  flow: { as: 'designer', path: CREDIT },
  'flow-step': { as: 'designer', path: CREDIT, act: (page) => select(page, 'risk') },
  'flow-way': { as: 'designer', path: CREDIT, act: (page) => select(page, 'size/0') },
  'flow-add': {
    as: 'designer',
    path: CREDIT,
    act: async (page) => page.locator('.jm-flow-plus').first().click(),
  },
  'flow-findings': {
    as: 'designer',
    path: CREDIT,
    before: found([
      {
        severity: 'error',
        code: 'workflow.sees-too-much',
        pointer: '/nodes/1/fields/idNumber',
        params: { field: 'idNumber' },
      },
      { severity: 'warning', code: 'workflow.assignees-nobody', pointer: '/nodes/4/assignees', params: {} },
    ]),
    act: async (page) => page.getByRole('button', { name: /^(2 项检查结果|2 findings)$/ }).click(),
  },
  'flow-simulated': { as: 'designer', path: CREDIT, act: simulate },
  'flow-chart': { as: 'designer', path: CREDIT, act: view('自由图', 'Free chart') },
  'flow-bpmn': { as: 'designer', path: CREDIT, act: view('BPMN', 'BPMN') },
  'flow-json': { as: 'designer', path: CREDIT, act: json },
};
