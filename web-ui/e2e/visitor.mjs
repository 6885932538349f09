// A public form as somebody meets it who has its link, and its part of the form designer. Nothing is sent: what the server says is made up.
import { CUSTOMER } from './browser.mjs';
import { answers, hangs } from './network.mjs';

const LINK = '/p/demo/bG9va2luZy1vbmx5LWhlcmU';
const ANSWER = /\/api\/v1\/public\/demo\//;

const form = {
  version: 1,
  title: { 'zh-CN': '预约回电', en: 'Ask for a call' },
  description: {
    'zh-CN': '留下联系方式，我们会在一个工作日内回电。',
    en: 'Leave your number and we will call within a working day.',
  },
  notice: {
    'zh-CN': '示例公司收集您的称呼和手机，仅用于回电，一年后删除。您可随时要求查阅、更正或删除：privacy@example.com。',
    en: 'Example Ltd collects your name and number for calling back only and deletes them after a year. To see, correct or delete them: privacy@example.com.',
  },
  thanks: { 'zh-CN': '已收到，我们会尽快回电。', en: 'Received. We will call soon.' },
  purposes: [{ key: 'marketing', title: { 'zh-CN': '营销推广', en: 'Marketing' } }],
  captcha: { kind: 'proof-of-work', text: '1.looking', bits: 8 },
  fields: [
    {
      key: 'name',
      type: 'text',
      title: { 'zh-CN': '称呼', en: 'Name' },
      required: true,
      sensitivity: { level: 'personal', kind: 'name' },
    },
    {
      key: 'mobile',
      type: 'phone',
      title: { 'zh-CN': '手机', en: 'Mobile' },
      required: true,
      sensitivity: { level: 'personal', kind: 'phone' },
    },
    {
      key: 'about',
      type: 'choice',
      title: { 'zh-CN': '想了解', en: 'About' },
      options: [
        { value: 'price', title: { 'zh-CN': '价格', en: 'Prices' } },
        { value: 'service', title: { 'zh-CN': '服务', en: 'Service' } },
      ],
    },
    { key: 'wish', type: 'long-text', title: { 'zh-CN': '留言', en: 'Message' }, sensitivity: { level: 'internal' } },
    {
      key: 'agreed',
      type: 'consent',
      title: { 'zh-CN': '营销同意', en: 'Consent' },
      notice: '2026-11',
      purposes: ['marketing'],
    },
  ],
  rules: [],
  compiled: { formulas: {}, rules: [] },
};

const opens = answers(ANSWER, 200, form);
const sends = (status, body) => (page) =>
  page.route(ANSWER, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({ json: form })
      : route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify(body) }),
  );
const SEND = (page) => page.getByRole('button', { name: /^(提\s?交|Send)$/ });

async function fill(page) {
  await page.getByLabel(/^(称呼|Name)/).fill('钱小明');
  await page.getByLabel(/^(手机|Mobile)/).fill('13800138000');
  await page.getByRole('checkbox', { name: /^(我已阅读|I have read)/ }).check();
  await SEND(page).click();
}

/** The customer form's draft as if it were open to visitors. */
async function open(page) {
  const option = { enabled: true, fields: ['name', 'mobile'], notice: form.notice };
  await page.route(/\/forms\/customer(\/draft)?(\?|$)/, async (route) => {
    if (route.request().resourceType() === 'document' || route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), public: option } });
  });
  await answers(/\/public-link$/, 200, {
    open: true,
    link: { path: LINK, createdAt: '2026-11-01T00:00:00Z', createdBy: 'm1', until: null },
  })(page);
}

export const visitor = {
  visit: { as: 'nora', path: LINK, before: opens },
  'visit-loading': { as: 'nora', path: LINK, before: hangs(ANSWER), loading: true },
  'visit-wrong': {
    as: 'nora',
    path: LINK,
    before: opens,
    act: async (page) => {
      await page.getByLabel(/^(手机|Mobile)/).fill('12');
      await SEND(page).click();
    },
  },
  'visit-sent': { as: 'nora', path: LINK, before: sends(202, { accepted: true }), act: fill },
  'visit-too-many': {
    as: 'nora',
    path: LINK,
    before: sends(429, { status: 429, code: 'public.too-many', params: { retryAfter: 300 } }),
    act: fill,
  },
  'visit-closed': { as: 'nora', path: LINK },
  'design-public': {
    as: 'designer',
    path: `${CUSTOMER}/design`,
    before: open,
    act: async (page) => {
      // On a phone they come from below.
      const properties = page.getByRole('button', { name: /^(属性|Properties)$/ });
      if (await properties.isVisible()) await properties.click();
      await page.getByRole('img', { name: /^(链接的二维码|Code of the link)/ }).scrollIntoViewIfNeeded();
    },
  },
};
