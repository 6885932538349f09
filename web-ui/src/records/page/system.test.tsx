import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { i18n } from '../../i18n';
import { aCustomer, CUSTOMER, CUSTOMER_PAGE, customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve } from '../../testing/server';
import { RecordPage } from '../pages';

const system = { id: 'system', name: 'system' };
const record = aCustomer();
const path = `${CUSTOMER}/records/${record.id}`;

describe.each([
  { locale: 'zh-CN' as const, word: '系统' },
  { locale: 'en' as const, word: 'System' },
])('what no person did, in $locale', ({ locale, word }) => {
  it('was done by the system, in the words of the reader', async () => {
    startMessages(locale);
    void i18n.changeLanguage(locale);
    serve({
      [`GET ${CUSTOMER}`]: customerAnswer,
      [`GET ${path}`]: {
        ...record,
        data: { ...record.data, owner: system },
        access: { ...record.access, owner: 'read' },
      },
      [`GET ${path}/history`]: {
        items: [{ at: '2026-01-02T00:00:00Z', action: 'record.create', actor: system, version: 1, changes: [] }],
        next: null,
      },
    });
    renderPage(<RecordPage />, {
      at: `${CUSTOMER_PAGE}/records/${record.id}`,
      path: '/t/:tenant/apps/:app/forms/:form/records/:id',
    });
    await waitFor(() => expect(screen.getAllByText(word)).toHaveLength(2));
    expect(screen.queryByText('system')).toBeNull();
  });
});
