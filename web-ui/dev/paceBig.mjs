// A form of 220 fields and a workflow of 60 nodes, as large as designers are held to; drafts and one published version, made once.
import { api } from '../e2e/browser.mjs';

const FIELDS = 220;
const GROUPS = 14;
const both = (zh, en) => ({ 'zh-CN': zh, en });

/** Types in the mix that large forms have. */
const KINDS = [
  { type: 'text', title: '文本', more: { sensitivity: { level: 'internal' } } },
  { type: 'number', title: '数字' },
  {
    type: 'choice',
    title: '单选',
    more: { options: ['A', 'B', 'C'].map((value) => ({ value, title: both(`选项 ${value}`, `Option ${value}`) })) },
  },
  { type: 'date', title: '日期' },
  { type: 'text', title: '说明', more: { sensitivity: { level: 'internal' } } },
  { type: 'money', title: '金额' },
  { type: 'switch', title: '开关' },
  { type: 'phone', title: '手机', more: { sensitivity: { level: 'personal', purposes: ['sales'] } } },
];

function form() {
  const fields = Array.from({ length: FIELDS }, (_, index) => {
    const { type, title, more } = KINDS[index % KINDS.length];
    return { key: `f${index}`, type, title: both(`${title} ${index}`, `${type} ${index}`), ...more };
  });
  const layout = Array.from({ length: FIELDS / 20 }, (_, block) => ({
    section: both(`第 ${block + 1} 组`, `Section ${block + 1}`),
    columns: (block % 3) + 1,
    fields: fields.slice(block * 20, block * 20 + 20).map(({ key }) => key),
  }));
  const phones = fields.filter(({ type }) => type === 'phone');
  return {
    kind: 'form',
    key: 'big',
    title: both('大表单', 'Large form'),
    fields,
    layout,
    permissionGroups: [
      {
        key: 'all',
        title: both('全部', 'All'),
        members: { roles: ['admin', 'designer'] },
        actions: ['create', 'read', 'update'],
        fields: { '*': 'edit', ...Object.fromEntries(phones.map(({ key }) => [key, 'edit'])) },
      },
    ],
  };
}

/** An approval, a condition, and a step on each of its two ways, fourteen times; two more approvals and the end. */
function workflow() {
  const asks = { assignees: { roles: ['admin'] }, fields: { '*': 'masked' } };
  const step = (key, type, title) => ({ key, type, title: both(`${title}`, `${title}`), ...asks });
  const nodes = [{ key: 'start', type: 'start', title: both('提交', 'Submit') }];
  const edges = [{ from: 'start', to: 'a0' }];
  for (let at = 0; at < GROUPS; at += 1) {
    const next = at + 1 < GROUPS ? `a${at + 1}` : 'last';
    nodes.push(step(`a${at}`, 'approval', `审批 ${at}`), { key: `c${at}`, type: 'condition' });
    nodes.push(step(`h${at}`, 'handling', `办理 ${at}`), step(`n${at}`, 'cc', `抄送 ${at}`));
    edges.push({ from: `a${at}`, to: `c${at}` }, { from: `c${at}`, to: `h${at}`, when: `f1 > ${at * 100}` });
    edges.push({ from: `c${at}`, to: `n${at}`, otherwise: true });
    edges.push({ from: `h${at}`, to: next }, { from: `n${at}`, to: next });
  }
  nodes.push(step('last', 'approval', '终审'), step('filed', 'handling', '归档'), { key: 'end', type: 'end' });
  edges.push({ from: 'last', to: 'filed' }, { from: 'filed', to: 'end' });
  return { kind: 'workflow', key: 'long', title: both('长流程', 'Long workflow'), form: 'big', nodes, edges };
}

/** Makes them in an app of this key and answers the addresses of their designers. */
export async function prepareBig(people, app) {
  const designer = await people.context('designer');
  await api(designer, 'POST', '/apps', { key: app, title: both('大定义', 'Large definitions') }).catch(() => undefined);
  await api(designer, 'PUT', `/apps/${app}/forms/big/draft`, form());
  await api(designer, 'POST', `/apps/${app}/forms/big/publish`, {}).catch((error) => console.log(error.message));
  await api(designer, 'PUT', `/apps/${app}/workflows/long/draft`, workflow());
  await designer.close();
  const path = `/t/demo/apps/${app}/forms/big/design`;
  return {
    'design-big': { as: 'designer', path },
    'flow-big': { as: 'designer', path: `${path}/workflows/long` },
  };
}
