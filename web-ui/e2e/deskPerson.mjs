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

const state = (known, erasures, act) => ({
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
    await told(/\/approvals\?box=asked/, { items: [], next: null });
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
  'desk-person-erasing': state({ ...person, erasure: { id: PERSON, status: 'running' } }, [erasure('running', 7)]),
  'desk-person-erased': state(null, [erasure('completed', STEPS.length, certificate)]),
};
