import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StatusChart as Chart } from '../../api';
import { accessibilityFindings } from '../../testing/axe';
import { renderPage, startMessages } from '../../testing/render';
import { Refusal, serve } from '../../testing/server';
import { linePath } from './chart';
import { StatusChart } from './StatusChart';

const place = { tenant: 'demo', app: 'crm', form: 'customer' };
const CHART = '/tenants/demo/apps/crm/forms/customer/records/r1/workflow/chart';
const mia = { id: 'm-mia', name: '米娅' };
const at = (y: number) => ({ x: 14, y, width: 144, height: 56 });
const quiet = { people: [], waitingFor: 0 };
const since = '2026-01-02T00:00:00Z';
const chart: Chart = {
  title: '授信审批',
  status: 'completed',
  width: 172,
  height: 500,
  nodes: [
    {
      key: 'submit',
      type: 'start',
      title: '提交',
      state: 'passed',
      since,
      spentMs: 0,
      people: [mia],
      waitingFor: 0,
      ...at(0),
    },
    { key: 'size', type: 'condition', title: '', state: 'passed', ...quiet, ...at(80), width: 28, height: 28 },
    {
      key: 'risk',
      type: 'approval',
      title: '风控',
      state: 'current',
      since,
      spentMs: 7_200_000,
      people: [],
      waitingFor: 2,
      ...at(160),
    },
    { key: 'done', type: 'end', title: '', state: 'possible', ...quiet, ...at(240) },
  ],
  edges: [
    {
      from: 'submit',
      to: 'size',
      taken: true,
      onReject: false,
      points: [
        [86, 56],
        [86, 80],
      ],
    },
    {
      from: 'size',
      to: 'risk',
      taken: true,
      onReject: false,
      points: [
        [86, 108],
        [86, 130],
        [40, 130],
        [40, 160],
      ],
    },
    {
      from: 'risk',
      to: 'done',
      taken: false,
      onReject: false,
      points: [
        [86, 216],
        [86, 240],
      ],
    },
  ],
};
const show = () => renderPage(<StatusChart place={place} record="r1" />, { at: '/', path: '/' });

beforeEach(() => startMessages());

describe('the status chart', () => {
  it('is a list that tells each state in words, in the order in which it is drawn', async () => {
    serve({ [`GET ${CHART}`]: chart });
    const { container } = show();
    await screen.findByRole('button', { name: /风控/ });
    const list = screen.getByRole('list');
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent?.replace(/\s+/g, ' ')),
    ).toEqual(['提交 已经过 米娅', '条件分支 已经过', '风控 进行中 等待 2 人处理 · 2小时', '结束 可能经过 ']);
    expect(container.querySelectorAll('path.jm-chart-taken')).toHaveLength(2);
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('opens what happened at a step and offers nothing where nothing has', async () => {
    serve({ [`GET ${CHART}`]: chart });
    show();
    fireEvent.click(await screen.findByRole('button', { name: /风控/ }));
    expect(await screen.findByText(/用时 2小时/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /结束/ })).toBeNull();
  });

  it('says so where there is none', async () => {
    serve({ [`GET ${CHART}`]: new Refusal(404, { code: 'workflow.no-instance' }) });
    show();
    expect(await screen.findByText('没有可以显示的流程图。')).toBeInTheDocument();
  });
});

describe('a line', () => {
  it('bends with a small radius and never overshoots', () => {
    expect(
      linePath([
        [0, 0],
        [0, 10],
        [40, 10],
      ]),
    ).toBe('M0 0L0 5Q0 10 6 10L40 10');
    expect(
      linePath([
        [0, 0],
        [0, 0],
        [0, 9],
      ]),
    ).toBe('M0 0L0 0Q0 0 0 4.5L0 9');
  });
});
