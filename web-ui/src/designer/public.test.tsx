import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormDocument, PublicOption } from '../studio';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { forgotten, renamed } from './document/references';
import { PublicPart } from './properties/PublicPart';
import { DesignerProvider, type Designer } from './useDesigner';

const FORM = '/tenants/demo/apps/crm/forms/wish';

const base: FormDocument = {
  kind: 'form',
  key: 'wish',
  title: '愿望',
  fields: [
    { key: 'name', type: 'text', title: '称呼', sensitivity: { level: 'personal', kind: 'name' } },
    { key: 'pin', type: 'text', title: '口令', sensitivity: { level: 'secret' } },
    { key: 'owner', type: 'member', title: '负责人' },
    { key: 'wish', type: 'long-text', title: '内容', sensitivity: { level: 'internal' } },
  ],
};

const link = (token: string) => ({
  open: true,
  link: { path: `/p/demo/${token}`, createdAt: '2026-11-27T04:00:00Z', createdBy: 'm1', until: null },
});

function Harness({ document }: { document: FormDocument }) {
  const [current, setCurrent] = useState(document);
  const designer = {
    studio: { place: { kind: 'forms', tenant: 'demo', app: 'crm', key: 'wish' } },
    document: current,
    findings: new Map([['', [{ severity: 'error', code: 'public.notice-missing', pointer: '/public/notice' }]]]),
  } as unknown as Designer;
  return (
    <DesignerProvider value={designer}>
      <PublicPart set={({ public: option }) => setCurrent({ ...current, public: option as PublicOption })} />
      <output aria-label="option">{JSON.stringify(current.public ?? null)}</output>
    </DesignerProvider>
  );
}

const option = () => JSON.parse(screen.getByLabelText('option').textContent ?? 'null') as PublicOption | null;

beforeEach(() => startMessages());

describe('the public form in the designer', { timeout: 20_000 }, () => {
  it('is opened by a box, says what is wrong in place, and offers what people type in', async () => {
    serve({ [`GET ${FORM}`]: base });
    const { container } = renderPage(<Harness document={base} />);
    fireEvent.click(screen.getByRole('checkbox', { name: '任何有链接的人都可以填写' }));
    expect(option()).toEqual({ enabled: true });
    expect(screen.getByText('公开填写要收集个人信息，请写明告知内容。')).toBeInTheDocument();
    fireEvent.mouseDown(screen.getByLabelText('填写哪些字段'));
    fireEvent.click(await screen.findByTitle('内容'));
    fireEvent.click(screen.getByTitle('称呼'));
    expect(screen.queryByTitle('口令')).toBeNull();
    expect(screen.queryByTitle('负责人')).toBeNull();
    expect(option()?.fields).toEqual(['wish', 'name']);
    fireEvent.change(screen.getByLabelText('告知内容 (中文)'), { target: { value: '只用于回电' } });
    fireEvent.click(screen.getByRole('checkbox', { name: '防机器提交' }));
    expect(option()).toMatchObject({ notice: { 'zh-CN': '只用于回电' }, captcha: false });
    expect(await screen.findByText('发布后即可生成链接。')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('shows the link of the published version and replaces it when asked twice', async () => {
    const open = { ...base, public: { enabled: true, fields: ['name'], notice: '只用于回电' } };
    const asked = serve({
      [`GET ${FORM}`]: open,
      [`GET ${FORM}/public-link`]: link('first'),
      [`POST ${FORM}/public-link`]: link('second'),
    });
    renderPage(<Harness document={open} />);
    expect(await screen.findByDisplayValue(/\/p\/demo\/first$/)).toHaveAttribute('readonly');
    expect(screen.getByRole('img', { name: '链接的二维码' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '更换' }));
    expect(await screen.findByText('旧链接立即失效，已提交的内容不受影响。')).toBeInTheDocument();
    expect(asked.some(({ method }) => method === 'POST')).toBe(false);
    fireEvent.click(screen.getAllByRole('button', { name: '更换' }).at(-1) as HTMLElement);
    await waitFor(() => expect(screen.getByDisplayValue(/\/p\/demo\/second$/)).toBeInTheDocument());
  });

  it('follows fields that are renamed and forgets those that are removed', () => {
    const open = { ...base, public: { enabled: true, fields: ['name', 'wish'] } };
    expect(renamed(open, 'name', 'caller').public?.fields).toEqual(['caller', 'wish']);
    expect(forgotten(open, new Set(['name'])).public?.fields).toEqual(['wish']);
  });
});
