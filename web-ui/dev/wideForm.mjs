// A form of very many fields as a server would answer it, and a record of it.
const FORM = '/api/v1/tenants/demo/apps/crm/forms/customer';
const ID = '01a21b87-81f3-7c96-aae2-c580be4f6a13';
const OPTIONS = [
  { value: 'A', title: '重点', color: 'red' },
  { value: 'B', title: '普通', color: 'blue' },
  { value: 'C', title: '潜在' },
];
const SAM = { id: '3f17e6ee-d5c1-581c-90f4-92ac1a0a7507', name: 'Sam Shen' };
const personal = { sensitivity: { level: 'personal', purposes: ['sales'] } };

/** Kinds as a large form mixes them, each with a value. */
const KINDS = [
  [{ type: 'text' }, '华北二期'],
  [{ type: 'phone', ...personal }, '13800138000'],
  [{ type: 'number', scale: 2 }, '1250.50'],
  [{ type: 'choice', options: OPTIONS }, 'A'],
  [{ type: 'date' }, '2026-03-02'],
  [{ type: 'text', ...personal }, '王小明'],
  [{ type: 'money', currency: 'CNY' }, '12800.00'],
  [{ type: 'multi-choice', options: OPTIONS }, ['A', 'B']],
  [{ type: 'member' }, SAM],
  [{ type: 'email' }, 'wang@example.com'],
  [{ type: 'choice', options: OPTIONS }, 'B'],
  [{ type: 'date-time' }, '2026-03-02T10:30:00Z'],
  [{ type: 'switch' }, true],
  [{ type: 'text', maxLength: 40 }, '客户来访详谈'],
  [{ type: 'number', formula: 'f2 + f22' }, '2501.00'],
  [{ type: 'id-card', sensitivity: { level: 'sensitive', purposes: ['sales'] } }, { masked: '1****************9' }],
  [{ type: 'region' }, '440305'],
  [{ type: 'long-text' }, '由老客户介绍，关注数据合规；希望第三季度上线。'],
  [{ type: 'percent' }, '12.5'],
  [{ type: 'text', required: true }, 'A-2026'],
];

/**
 * @param count fields
 * @param known what is answered beside the form, as it was recorded
 * @returns addresses of the pages and all answers
 */
export function widePages(count, known) {
  const fields = [];
  const data = {};
  const access = {};
  const formulas = {};
  for (let number = 0; number < count; number += 1) {
    const key = `f${number}`;
    const [kind, value] = KINDS[number % KINDS.length];
    const last = number === count - 1 ? [{ type: 'text' }, '末'] : [kind, value];
    fields.push({ key, title: `字段${number}`, ...last[0] });
    data[key] = last[1];
    access[key] = last[1]?.masked ? 'reveal' : 'edit';
    if (last[0].formula) formulas[key] = { tree: ['+', ['get', 'number', 'f2'], ['get', 'number', 'f22']] };
  }
  const keys = fields.map(({ key }) => key);
  const layout = keys.flatMap((key, at) =>
    at % 50 === 0 ? [{ section: `第 ${at / 50 + 1} 部分`, columns: 2, fields: keys.slice(at, at + 50) }] : [],
  );
  const big = ['>', ['get', 'number', 'f2'], ['number', '1000']];
  const definition = {
    ...{ kind: 'form', key: 'customer', title: '宽表', version: 1, actions: ['create', 'read', 'update'], replace: [] },
    ...{ fields, layout, rules: [{ when: 'f2 > 1000', require: ['f0', 'f40'] }] },
    compiled: { formulas, rules: [{ when: big }] },
  };
  const record = {
    ...{ id: ID, form: 'customer', formVersion: 1, version: 1, status: 'submitted', data, access },
    ...{ createdAt: '2026-11-27T05:43:15Z', createdBy: SAM, updatedAt: '2026-11-27T05:43:15Z', updatedBy: SAM },
  };
  const says = (body) => ({ status: 200, type: 'application/json', body });
  return {
    fresh: '/t/demo/apps/crm/forms/customer/new',
    record: `/t/demo/apps/crm/forms/customer/records/${ID}`,
    answers: { ...known, [`GET ${FORM}`]: says(definition), [`GET ${FORM}/records/${ID}`]: says(record) },
  };
}
