// Records and tasks in every state that a page can show, made through the API in the names of the demo members.
import { api } from './browser.mjs';

const RECORDS = '/apps/crm/forms/customer/records';

/** A valid identity number (GB 11643) for a serial of 0 to 999. */
function identityNumber(serial) {
  const body = `11010519491231${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((all, digit, index) => all + Number(digit) * weights[index], 0);
  return body + '10X98765432'[sum % 11];
}

let serial = Date.now() % 1_000_000_0;
const mobile = () => `139${String((serial += 1)).padStart(8, '0')}`;

export function customer(more = {}) {
  return {
    name: '欧阳娜娜',
    mobile: mobile(),
    idNumber: identityNumber(serial % 1000),
    email: 'ouyang.nana@example.com',
    address: '北京市朝阳区建国路 88 号 SOHO 现代城 A 座 1203',
    birthday: '1988-07-16',
    source: 'referral',
    deals: [
      { product: '年度维护', quantity: '2', price: '12800.00' },
      { product: '现场培训', quantity: '3', price: '3200.50' },
    ],
    notes: '由老客户介绍，关注数据合规；希望第三季度上线。',
    ...more,
  };
}

/** Creates a customer as `sam` and returns it. */
export async function create(people, more, submit = true) {
  const sam = await people.context('sam');
  const made = await api(sam, 'POST', RECORDS, { data: customer(more), submit });
  await sam.close();
  return made;
}

/** The open task of a person on a record; waits for the engine. */
export async function taskOf(people, who, record) {
  const context = await people.context(who);
  try {
    for (let tries = 0; tries < 60; tries += 1) {
      const { items } = await api(context, 'GET', `/tasks?box=todo&record=${record}`);
      if (items[0]) return items[0].id;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`${who} got no task on ${record}`);
  } finally {
    await context.close();
  }
}

export async function decide(people, who, record, action, body = {}) {
  const task = await taskOf(people, who, record);
  const context = await people.context(who);
  await api(context, 'POST', `/tasks/${task}/${action}`, body);
  await context.close();
  return task;
}

/** Two records that an administrator threw away. */
async function binned(people) {
  const made = [await create(people, { name: '重复录入' }), await create(people, { name: '测试客户' })];
  const admin = await people.context('admin');
  await api(admin, 'POST', `${RECORDS}/batch-delete`, { ids: made.map((record) => record.id) });
  await admin.close();
}

/** One record in each state; ids only. */
export async function prepare(people) {
  const plain = await create(people, { creditLimit: null, name: '王小明' });
  const draft = await create(people, { name: '草稿客户' }, false);
  const waiting = await create(people, { creditLimit: '50000.00' });
  const risk = await create(people, { creditLimit: '150000.00', name: '司马相如' });
  await decide(people, 'mia', risk.id, 'approve', { comment: '老客户，回款及时，同意。' });
  const finance = await create(people, { creditLimit: '60000.00', name: '诸葛明' });
  const decided = await decide(people, 'mia', finance.id, 'approve', { comment: '同意' });
  const refused = await create(people, { creditLimit: '70000.00', name: '公孙胜' });
  await decide(people, 'mia', refused.id, 'reject', { comment: '资料不全，请补充合同。' });
  await binned(people);
  return {
    plain: plain.id,
    draft: draft.id,
    waiting: waiting.id,
    risk: risk.id,
    finance: finance.id,
    refused: refused.id,
    tasks: {
      mia: await taskOf(people, 'mia', waiting.id),
      rick: await taskOf(people, 'rick', risk.id),
      fay: await taskOf(people, 'fay', finance.id),
      decided,
    },
  };
}
