import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { StudioPlace } from '../studio';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { useFieldsOf, useFormsToName } from './useOthers';

const place: StudioPlace = { kind: 'forms', tenant: 'demo', app: 'crm', key: 'customer' };

function Shown({ form }: { form: string }) {
  const forms = useFormsToName(place);
  const fields = useFieldsOf(place, form);
  return (
    <ul>
      {[...forms, ...fields].map(({ value, label }) => (
        <li key={value}>{`${value}: ${label}`}</li>
      ))}
    </ul>
  );
}

beforeEach(() => {
  startMessages();
});

it('offers the forms of every app, and the fields of one where it lies', async () => {
  serve({
    'GET /tenants/demo/apps': {
      items: [
        { key: 'crm', title: '客户管理' },
        { key: 'service', title: '售后' },
      ],
      next: null,
    },
    'GET /tenants/demo/apps/crm/forms': { items: [{ key: 'company', title: '公司' }], next: null },
    'GET /tenants/demo/apps/service/forms': { items: [{ key: 'ticket', title: '工单' }], next: null },
    'GET /tenants/demo/apps/service/forms/ticket': {
      definition: { fields: [{ key: 'subject', type: 'text', title: { 'zh-CN': '主题' } }] },
    },
  });
  renderPage(<Shown form="ticket" />, { at: '/', path: '/' });

  expect(await screen.findByText('company: 公司')).toBeInTheDocument();
  expect(await screen.findByText('ticket: 工单 · 售后')).toBeInTheDocument();
  expect(await screen.findByText('subject: 主题')).toBeInTheDocument();
});
