import { screen } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import type { WorkflowEntry } from '../../api';
import { parseForm } from '../../schema';
import { customerAnswer } from '../../testing/forms';
import { renderPage, startMessages } from '../../testing/render';
import { serve } from '../../testing/server';
import { History } from './History';

beforeEach(() => startMessages());

it('of a decision tells also for whom it was taken', () => {
  serve({});
  const decision = {
    id: 'd1',
    at: '2026-11-28T00:00:00Z',
    action: 'approve',
    node: 'manager',
    nodeTitle: '主管审批',
    actor: { id: 'max', name: 'Max Ma' },
    for: { id: 'mia', name: 'Mia Miao' },
  } as unknown as WorkflowEntry;
  const place = { tenant: 'demo', app: 'crm', form: 'customer' };
  renderPage(<History place={place} form={parseForm(customerAnswer)} entries={[]} decisions={[decision]} />);
  expect(screen.getByText(/代 Mia Miao/)).toBeVisible();
});
