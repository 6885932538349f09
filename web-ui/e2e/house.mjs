// Administration and one's own profile, for states.mjs.
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

export const house = {
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
  'profile-end': at('sam', 'profile', opened('结束其他全部会话', 'End all others')),
};
