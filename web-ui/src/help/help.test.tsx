import { render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFindings } from '../testing/axe';
import { startMessages } from '../testing/render';
import { topics as en } from './en';
import { HelpPanel } from './HelpPanel';
import { topicOf } from './topics';
import { topics as zh } from './zh';

describe('help', () => {
  beforeEach(() => startMessages());

  it.each([
    ['/', 'home'],
    ['/t/demo/apps/crm/forms/customer', 'list'],
    ['/t/demo/apps/crm/forms/customer/records/0190a000-0000-7000-8000-000000000001', 'record'],
    ['/t/demo/apps/crm/forms/customer/design/workflows/credit', 'flowDesign'],
    ['/t/demo/apps/crm/dashboards/new', 'dashboardDesign'],
    ['/t/demo/tasks/1', 'task'],
    ['/t/demo/elsewhere', 'other'],
  ])('of %s is about %s', (pathname, topic) => {
    expect(topicOf(pathname)).toBe(topic);
  });

  it('says as much in both languages', () => {
    const shape = (topics: typeof zh) =>
      Object.entries(topics).map(([key, { about, keys }]) => [key, about.length, keys?.map(([each]) => each)]);
    expect(shape(en)).toEqual(shape(zh));
  });

  it('stands beside the page with its keys and closes by Escape', async () => {
    const onClose = vi.fn();
    const { container } = render(<HelpPanel pathname="/t/demo/tasks/1" onClose={onClose} />);
    const panel = screen.getByRole('complementary', { name: '本页帮助' });
    expect(panel).toHaveFocus();
    expect(screen.getByText('同意')).toBeInTheDocument();
    expect(await accessibilityFindings(container)).toEqual([]);
    panel.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
