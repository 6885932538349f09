// Requests of persons about their data, as the privacy desk meets them; answered here, so that a day passes for none of them.
const PERSON = '0199a000-0000-7000-8000-0000000000aa';
const PAUL = { id: 'paul', name: 'Paul Bao' };
const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const ALL = ['assign', 'extend', 'carry-out', 'answer', 'refuse', 'withdraw'];
const said = (act, days, more) => ({
  act,
  at: day(days),
  outcome: null,
  by: PAUL,
  reason: null,
  appeal: null,
  ...more,
});

const line = (number, type, more) => ({
  id: `0199a000-0000-7000-8000-0000000000${number}`,
  number: `DR-000${number}`,
  type,
  state: 'received',
  subject: PERSON,
  law: 'pipl',
  channel: 'email',
  receivedAt: day(-3),
  due: day(12),
  overdue: false,
  soon: false,
  extendedAt: null,
  outcome: null,
  closedAt: null,
  assignee: null,
  ...more,
});
const overdue = line(11, 'erase', {
  law: 'gdpr',
  channel: 'in-person',
  state: 'in-progress',
  assignee: PAUL,
  receivedAt: day(-33),
  due: day(-2),
  overdue: true,
});
const refused = line(14, 'correct', { state: 'refused', outcome: 'refused', closedAt: day(-1), assignee: PAUL });
const copied = line(13, 'export', { state: 'in-progress', law: 'ccpa', assignee: PAUL, due: day(2), soon: true });
const open = line(12, 'access', { channel: 'mini-program' });
const whole = (one, more) => ({
  ...one,
  createdAt: one.receivedAt,
  createdBy: PAUL,
  note: '来信要求查阅本公司保存的全部信息，并问清楚给过哪些合作方；附有身份证复印件，已当面核对并退还。',
  noted: true,
  acts: ALL,
  timeline: [said('create', -3)],
  package: null,
  ...more,
});
const REASON = '所说的生日与身份证件一致，没有可更正的内容；合同期内还须保存。';

const state = (known, act) => ({
  as: 'paul',
  path: `/t/demo/privacy/requests/${known.id}`,
  before: (page) => page.route(new RegExp(`/privacy/requests/${known.id}$`), told(known)),
  ...(act ? { act } : {}),
});
/** A page may have the address of a question. */
const told = (json) => (route) =>
  route.request().resourceType() === 'document' ? route.fallback() : route.fulfill({ json });
const press = (zh, en) => async (page) => {
  await page.getByRole('button', { name: new RegExp(`^(${zh}|${en})$`) }).click();
  await page.getByRole('dialog').waitFor();
};
const opened = whole(open, { note: null, noted: false });

export const deskRequests = {
  'desk-requests': {
    as: 'paul',
    path: '/t/demo/privacy/requests?state=all',
    before: (page) =>
      page.route(/\/privacy\/requests\?/, told({ items: [overdue, copied, open, refused], next: null })),
  },
  'desk-requests-none': { as: 'paul', path: '/t/demo/privacy/requests?overdue=true&type=correct' },
  'desk-requests-noright': { as: 'sam', path: '/t/demo/privacy/requests' },
  'desk-request': state(opened),
  'desk-request-copied': state(
    whole(copied, {
      package: { status: 'done', ready: true, expiresAt: day(0.9), problem: null },
      timeline: [said('create', -3), said('assign', -2), said('carry-out', -0.1)],
    }),
  ),
  'desk-request-refused': state(
    whole(refused, {
      acts: [],
      timeline: [
        said('create', -3),
        said('refuse', -1, {
          outcome: 'refused',
          reason: REASON,
          appeal: '可向所在地网信部门投诉，或向人民法院起诉。',
        }),
      ],
    }),
  ),
  'desk-request-overdue': state(
    whole(overdue, {
      timeline: [said('create', -33), said('assign', -32), said('extend', -5, { reason: '须先结清在途订单。' })],
      acts: ALL.filter((act) => act !== 'extend'),
    }),
  ),
  'desk-request-answer': state(opened, async (page) => {
    await press('答复', 'Answer')(page);
    await page.getByRole('radio', { name: /^(拒绝|Refused)$/ }).check();
  }),
  'desk-request-assign': state(opened, press('分派', 'Assign')),
  'desk-terms': { as: 'paul', path: '/t/demo/privacy/requests/terms' },
  'desk-terms-doubted': {
    as: 'paul',
    path: '/t/demo/privacy/requests/terms',
    act: async (page) => {
      const law = page.getByRole('group', { name: /GDPR/ });
      await law.getByRole('spinbutton').nth(1).fill('6');
      await law.getByRole('spinbutton').nth(2).fill('');
      await page.keyboard.press('Tab');
    },
  },
  'desk-terms-noright': { as: 'sam', path: '/t/demo/privacy/requests/terms' },
};
