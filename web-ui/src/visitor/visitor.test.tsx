import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Refusal, serve, type Request } from '../testing/server';
import { PublicFormPage } from './PublicFormPage';

const FORM = '/public/demo/a-token';

const shape = {
  version: 3,
  title: { 'zh-CN': '预约回电', en: 'Call me back' },
  notice: { 'zh-CN': '我们只用电话回电，一年后删除。', en: 'Used for calling back only, deleted after a year.' },
  thanks: { 'zh-CN': '我们会尽快回电', en: 'We will call soon' },
  purposes: [{ key: 'visits', title: { 'zh-CN': '上门拜访', en: 'Visits' } }],
  captcha: { kind: 'proof-of-work', text: '1.puzzle', bits: 4 },
  fields: [
    { key: 'name', type: 'text', title: '称呼', required: true, sensitivity: { level: 'personal', kind: 'name' } },
    { key: 'mobile', type: 'phone', title: '手机', sensitivity: { level: 'personal', kind: 'phone' } },
    { key: 'agreed', type: 'consent', title: '同意', notice: '2026-11', purposes: ['visits'] },
  ],
  rules: [],
  compiled: { formulas: {}, rules: [] },
};

function open(more: Record<string, unknown> = {}) {
  const asked = serve({ [`GET ${FORM}`]: shape, [`POST ${FORM}`]: { accepted: true }, ...more });
  renderPage(<PublicFormPage />, { at: '/p/demo/a-token', path: '/p/:tenant/:token' });
  return asked;
}

const bodies = (asked: Request[]) => asked.filter(({ method }) => method === 'POST').map(({ body }) => body as never);
const send = () => fireEvent.click(screen.getByRole('button', { name: /提\s?交/ }));
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function filled() {
  await screen.findByRole('heading', { name: '预约回电' });
  type(/^称呼/, '钱小明');
  type(/^手机/, '13800138000');
  fireEvent.click(screen.getByRole('checkbox', { name: /已阅读/ }));
}

beforeEach(() => startMessages());

describe('a public form', { timeout: 30_000 }, () => {
  it('asks with a box that nobody has ticked, and is accessible', async () => {
    const asked = open();
    expect(await screen.findByRole('heading', { name: '预约回电' })).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: /已阅读/ })).not.toBeChecked();
    expect(screen.getByRole('checkbox', { name: /上门拜访/ })).not.toBeChecked();
    expect(await accessibilityFindings(document.body)).toEqual([]);
    expect(asked.every(({ path }) => path.startsWith('/public/'))).toBe(true);
  });

  it('says what is missing where it is missing, and sends nothing', async () => {
    const asked = open();
    await screen.findByRole('heading', { name: '预约回电' });
    send();
    expect(await screen.findByText('请先阅读并勾选。')).toBeInTheDocument();
    expect(screen.getByLabelText(/^称呼/)).toHaveAttribute('aria-invalid', 'true');
    expect(bodies(asked)).toEqual([]);
  });

  it('sends what was typed with the answer to the challenge, and thanks', async () => {
    const asked = open();
    await filled();
    send();
    expect(await screen.findByText('我们会尽快回电')).toBeInTheDocument();
    expect(bodies(asked)).toEqual([
      {
        version: 3,
        noticed: true,
        website: '',
        data: { name: '钱小明', mobile: '13800138000' },
        captcha: { text: '1.puzzle', number: expect.stringMatching(/^\d+$/) as unknown },
      },
    ]);
    expect(asked.find(({ method }) => method === 'POST')?.headers['Idempotency-Key']).toBeTruthy();
  });

  it('solves another challenge where one was too old', async () => {
    let first = true;
    const asked = open({
      [`POST ${FORM}`]: () => {
        if (!first) return { accepted: true };
        first = false;
        return new Refusal(422, { code: 'public.challenge-failed' });
      },
    });
    await filled();
    send();
    expect(await screen.findByText('我们会尽快回电')).toBeInTheDocument();
    expect(bodies(asked)).toHaveLength(2);
  });

  it('puts what the server refuses beside the field', async () => {
    open({
      [`POST ${FORM}`]: new Refusal(422, {
        code: 'record.validation',
        errors: [{ code: 'field.required', pointer: '/data/mobile' }],
      }),
    });
    await filled();
    send();
    await waitFor(() => expect(screen.getByLabelText(/^手机/)).toHaveAttribute('aria-invalid', 'true'));
  });

  it('says how long to wait after too much', async () => {
    open({ [`POST ${FORM}`]: new Refusal(429, { code: 'public.too-many', params: { retryAfter: 130 } }) });
    await filled();
    send();
    expect(await screen.findByText(/3 分钟后再试/)).toBeInTheDocument();
  });

  it('of a link that was replaced meanwhile says so, and keeps what was typed', async () => {
    open({ [`POST ${FORM}`]: new Refusal(404, { code: 'request.not-found' }) });
    await filled();
    send();
    expect(await screen.findByText(/^没有提交：这张表单的链接已更换/)).toBeInTheDocument();
    expect(screen.getByLabelText(/^称呼/)).toHaveValue('钱小明');
  });

  it('of a dead link says the same as of none', async () => {
    open({ [`GET ${FORM}`]: new Refusal(404, { code: 'request.not-found' }) });
    expect(await screen.findByText('这张表单没有开放')).toBeInTheDocument();
  });

  it('is there in the other language', async () => {
    open();
    await screen.findByRole('heading', { name: '预约回电' });
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(await screen.findByRole('heading', { name: 'Call me back' })).toBeInTheDocument();
  });
});
