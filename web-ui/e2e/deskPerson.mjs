// A person of the privacy desk as somebody restricts, holds and erases her; answered here, so that nobody is erased for a picture.
const PERSON = '0199a000-0000-7000-8000-0000000000aa';
const AT = '2026-01-02T08:00:00Z';
const PAUL = { id: 'paul', name: 'Paul' };
const STEPS = ['shadow', 'keys', 'records', 'traces', 'files', 'hanging', 'rows', 'purged', 'swept', 'closed'];
const person = {
  id: PERSON,
  createdAt: AT,
  forms: [{ app: 'crm', form: 'customer', title: '客户', records: 3, newest: [] }],
  restriction: null,
  hold: null,
  erasure: null,
};
const erasure = (status, done, certificate = null) => ({
  id: '0199a000-0000-7000-8000-0000000000ee',
  subject: PERSON,
  status,
  askedAt: AT,
  askedBy: PAUL,
  approval: null,
  right: null,
  steps: STEPS.map((step, at) => ({ step, at: at < done ? AT : null })),
  certificate,
});
const certificate = {
  erasure: '0199a000-0000-7000-8000-0000000000ee',
  subject: PERSON,
  askedAt: AT,
  keysDestroyedAt: AT,
  completedAt: AT,
  finalAt: '2026-01-09T08:00:00Z',
  dataBackupsUntil: '2026-02-06T08:00:00Z',
  forms: [{ form: 'customer', records: 3 }],
  counts: { keys: 1 },
  residue: ['audit-entries', 'consent-events', 'key-backups', 'data-backups', 'unwritten-space'],
};

const approval = {
  id: '0199a000-0000-7000-8000-0000000000ad',
  kind: 'erase',
  status: 'pending',
  asker: PAUL,
  askedAt: AT,
  expiresAt: '2030-01-01T08:00:00Z',
  approvers: ['dpo', 'admin'],
  actions: ['withdraw'],
  reason: '本人来信要求删除；合同已履行完毕，没有法定的保存期限。',
  decidedBy: null,
  decidedAt: null,
  comment: null,
  formTitle: null,
  fields: [],
  purpose: null,
  minutes: null,
  task: null,
  record: null,
  subject: PERSON,
};
const agreed = {
  ...approval,
  status: 'approved',
  actions: ['use', 'withdraw'],
  decidedBy: { id: 'ada', name: 'Ada Min' },
  decidedAt: AT,
  comment: '已核对身份，同意。',
};
const approvals = (as, box, one) => ({
  as,
  path: `/t/demo/approvals?box=${box}`,
  before: (page) =>
    page.route(/\/api\/.*\/approvals\?/, (route) => route.fulfill({ json: { items: [one], next: null } })),
});

const state = (known, erasures, act, asked = []) => ({
  as: 'paul',
  path: `/t/demo/privacy/people/${PERSON}`,
  before: async (page) => {
    const told = (address, answer) =>
      page.route(address, (route) =>
        answer
          ? route.fulfill({ json: answer })
          : route.fulfill({ status: 404, json: { code: 'request.not-found', status: 404 } }),
      );
    await told(new RegExp(`/privacy/subjects/${PERSON}$`), known);
    await told(/\/privacy\/erasures\?/, { items: erasures, next: null });
    await told(/\/privacy\/consents\?/, { items: [], next: null });
    await told(/\/approvals\?box=asked/, { items: asked, next: null });
  },
  ...(act ? { act } : {}),
});

export const deskPerson = {
  'desk-person': state(person, []),
  'desk-person-held': state(
    {
      ...person,
      restriction: { since: AT, by: PAUL },
      hold: { id: PERSON, owner: PAUL, reviewOn: '2030-01-01', reason: '诉讼保全', placedAt: AT, placedBy: PAUL },
      erasure: { id: PERSON, status: 'restricted' },
    },
    [erasure('restricted', 0)],
  ),
  'desk-person-hold': state(person, [], (page) =>
    page.getByRole('button', { name: /^(设置保全|Place a hold)$/ }).click(),
  ),
  'desk-person-erase': state(person, [], (page) =>
    page.getByRole('button', { name: /^(申请删除|Ask to erase)$/ }).click(),
  ),
  'desk-person-asked': state(person, [], undefined, [approval]),
  'desk-person-agreed': state(person, [], undefined, [agreed]),
  'desk-person-request': state(person, [], (page) =>
    page.getByRole('button', { name: /^(登记权利请求|Enter a rights request)$/ }).click(),
  ),
  'desk-person-restrict': state(person, [], (page) =>
    page.getByRole('button', { name: /^(限制处理|Restrict)$/ }).click(),
  ),
  'approvals-erase': approvals('admin', 'todo', { ...approval, actions: ['approve', 'reject'] }),
  'approvals-erase-agreed': approvals('paul', 'asked', agreed),
  'desk-person-erasing': state({ ...person, erasure: { id: PERSON, status: 'running' } }, [erasure('running', 7)]),
  'desk-person-erased': state(null, [erasure('completed', STEPS.length, certificate)]),
};
