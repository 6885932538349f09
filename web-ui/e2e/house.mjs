// Administration and one's own profile, for states.mjs.
import { answers } from './network.mjs';

const at = (as, page, act) => ({ as, path: `/t/demo/${page}`, ...(act ? { act } : {}) });
const button = (page, zh, en) => page.getByRole('button', { name: new RegExp(`^(${zh}|${en})$`) }).first();

/** A purpose that the server refuses: the page says what is wrong beside it, and nothing is stored. */
async function refusedPurpose(page) {
  await button(page, '增加目的', 'Add a purpose').click();
  await page
    .getByRole('textbox', { name: /^(标识|Key) / })
    .last()
    .fill('Not a key');
  await button(page, '保存', 'Save').click();
  await page.getByRole('alert').waitFor();
}

async function member(page) {
  await page.getByRole('link', { name: /Mia Miao/ }).click();
  await page.waitForURL(/\/members\/./);
}

const opened = (zh, en) => async (page) => {
  await button(page, zh, en).click();
  await page.getByRole('tooltip').waitFor();
};

const day = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const client = (id, name, more) => ({
  id,
  name,
  roles: ['sales'],
  purpose: 'service',
  ceiling: 'internal',
  networks: [],
  perMinute: 600,
  status: 'live',
  hint: 'x9Ab',
  version: 1,
  createdAt: day(-90),
  createdBy: { id: 'm1', name: 'Ada Min' },
  expiresAt: day(275),
  rolledAt: null,
  formerUntil: null,
  revokedAt: null,
  lastUsed: null,
  ...more,
});

/** One that works, one that soon ends, one that has ended. */
const clients = answers(/\/api-clients\?/, 200, {
  items: [
    client('c1', '订单系统', { networks: ['10.1.0.0/16'], lastUsed: day(-1).slice(0, 10) }),
    client('c2', '经营报表', { ceiling: 'public', expiresAt: day(5) }),
    client('c3', '旧呼叫中心', { status: 'revoked', revokedAt: day(-3) }),
  ],
  next: null,
});

async function newClient(page) {
  await button(page, '新建客户端', 'New client').click();
  await page.getByRole('dialog').waitFor();
}

const session = (id, current, browser) => ({
  id,
  browser,
  system: 'Windows',
  level: current ? 'mfa' : '1',
  signedInAt: day(-1),
  seenAt: day(-0.1),
  current,
});
/** Signed in here and at home. */
const sessions = answers(/\/sessions$/, 200, {
  items: [session('s1', true, 'Chrome'), session('s2', false, 'Firefox')],
  next: null,
});

export const house = {
  clients: { ...at('admin', 'api-clients'), before: clients },
  'clients-none': { ...at('admin', 'api-clients'), before: answers(/\/api-clients\?/, 200, { items: [], next: null }) },
  'clients-make': at('admin', 'api-clients', newClient),
  members: at('admin', 'members'),
  'members-none': at('admin', 'members', (page) => page.getByRole('searchbox').fill('没有这个人')),
  'members-noright': at('sam', 'members'),
  member: at('admin', 'members', member),
  roles: at('admin', 'roles'),
  role: at('designer', 'roles/sales-manager'),
  jobs: at('admin', 'jobs'),
  keys: at('admin', 'keys'),
  health: at('admin', 'health'),
  settings: at('admin', 'settings'),
  'settings-refused': at('admin', 'settings', refusedPurpose),
  'settings-replace': at('admin', 'settings', opened('更换', 'Replace')),
  profile: at('sam', 'profile'),
  'profile-end': { ...at('sam', 'profile', opened('结束其他全部会话', 'End all others')), before: sessions },
};
