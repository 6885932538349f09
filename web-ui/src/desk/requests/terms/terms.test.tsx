import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestTerm } from '../../../api';
import { accessibilityFindings } from '../../../testing/axe';
import { ME, renderPage, startMessages } from '../../../testing/render';
import { Refusal, serve } from '../../../testing/server';
import { DeskPage } from '../../pages';
import { amountOf, doubtOf } from './period';

const ADDRESS = '/tenants/demo/privacy/request-terms';
const term = (law: RequestTerm['law'], answerIn: string, extension: string, warnBefore: string): RequestTerm => ({
  law,
  answerIn,
  extension,
  warnBefore,
  usual: law === 'pipl',
});
const TERMS = [
  term('pipl', 'P15D', 'P15D', 'P3D'),
  term('gdpr', 'P1M', 'P2M', 'P7D'),
  term('ccpa', 'P45D', 'P45D', 'P7D'),
];
const usual = {
  'GET /tenants/demo/approvals/waiting': { waiting: 0 },
  [`GET ${ADDRESS}`]: { items: TERMS, next: null },
};
const show = () => renderPage(<DeskPage />, { at: '/t/demo/privacy/requests/terms', path: '/t/:tenant/privacy/*' });
const law = (name: RegExp) => screen.findByRole('group', { name });
const sent = (asked: ReturnType<typeof serve>) => asked.find(({ method }) => method === 'PUT')?.body;

beforeEach(() => {
  startMessages();
  ME.tenants[0] = { key: 'demo', roles: ['dpo'] };
});

describe('the times in which requests are answered', () => {
  it('are shown by law, and saved as a whole', async () => {
    const asked = serve({
      ...usual,
      [`PUT ${ADDRESS}`]: ({ body }: { body: unknown }) => ({ ...(body as object), next: null }),
    });
    const { container } = show();
    const pipl = await law(/个人信息保护法/);
    expect(within(pipl).getByLabelText('答复期限')).toHaveValue('15');
    expect(within(await law(/GDPR/)).getByLabelText('可延长')).toHaveValue('2');
    const save = screen.getByRole('button', { name: '保存' });
    expect(save).toBeDisabled();
    fireEvent.change(within(pipl).getByLabelText('答复期限'), { target: { value: '10' } });
    fireEvent.click(within(await law(/CCPA/)).getByRole('radio'));
    fireEvent.click(save);
    await waitFor(() =>
      expect(sent(asked)).toEqual({
        items: [{ ...TERMS[0], answerIn: 'P10D', usual: false }, TERMS[1], { ...TERMS[2], usual: true }],
      }),
    );
    expect(await screen.findByText('答复期限已保存')).toBeInTheDocument();
    await waitFor(() => expect(save).toBeDisabled());
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('are all to be filled in, and may be left as they were', async () => {
    serve(usual);
    show();
    const days = within(await law(/个人信息保护法/)).getByLabelText('提前提醒');
    fireEvent.change(days, { target: { value: '' } });
    expect(screen.getByText('每一项都要填写。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '保存' })).toBeDisabled();
    fireEvent.click(screen.getByRole('button', { name: '放弃修改' }));
    expect(days).toHaveValue('3');
  });

  it('that are refused say so beside the number', async () => {
    serve({
      ...usual,
      [`PUT ${ADDRESS}`]: new Refusal(422, {
        code: 'rights.invalid',
        errors: [{ pointer: '/items/1/extension', code: 'rights.term-invalid' }],
      }),
    });
    show();
    const gdpr = await law(/GDPR/);
    fireEvent.change(within(gdpr).getByLabelText('可延长'), { target: { value: '3' } });
    expect(within(gdpr).getByText('比这部法律允许的更长。')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(await within(gdpr).findByText('期限应为 1 至 400 天，或按月计。')).toBeInTheDocument();
    expect(within(gdpr).getByLabelText('可延长')).toHaveAccessibleDescription(/1 至 400 天/);
  });

  it('are for the privacy officer alone', async () => {
    ME.tenants[0] = { key: 'demo', roles: ['auditor'] };
    serve({ ...usual, [`GET ${ADDRESS}`]: new Refusal(404, { code: 'request.not-found' }) });
    show();
    expect(await screen.findByText('答复期限没有加载成功')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '保存' })).toBeNull();
  });
});

describe('a period', () => {
  it.each([
    ['P15D', { count: 15, unit: 'D' }],
    ['P2W', { count: 14, unit: 'D' }],
    ['P1Y', { count: 12, unit: 'M' }],
    ['P1M15D', undefined],
    ['P0D', undefined],
    ['', undefined],
  ])('of %s is typed as a number of one unit', (period, amount) => expect(amountOf(period)).toEqual(amount));

  it('is doubted where the law gives less, or the reminder comes first', () => {
    expect(doubtOf(term('pipl', 'P90D', 'P90D', 'P3D'))).toBeUndefined();
    expect(doubtOf(term('gdpr', 'P31D', 'P2M', 'P7D'))).toBeUndefined();
    expect(doubtOf(term('gdpr', 'P32D', 'P2M', 'P7D'))).toBe('longer');
    expect(doubtOf(term('ccpa', 'P45D', 'P46D', 'P7D'))).toBe('longer');
    expect(doubtOf(term('pipl', 'P3D', 'P15D', 'P3D'))).toBe('warned-late');
  });
});
