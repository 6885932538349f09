import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkingCalendar } from '../api';
import { accessibilityFindings } from '../testing/axe';
import { renderPage, startMessages } from '../testing/render';
import { Week } from './Week';

const calendar = {
  enabled: true,
  zone: 'Asia/Shanghai',
  week: { monday: [{ from: '09:00', to: '24:00' }] },
} as WorkingCalendar;
const show = (readOnly: boolean) => {
  const onChange = vi.fn();
  const { container } = renderPage(<Week calendar={calendar} readOnly={readOnly} onChange={onChange} />, {
    at: '/t/demo/calendar',
    path: '/t/:tenant/calendar',
  });
  return { container, onChange };
};

beforeEach(() => startMessages());

describe('the hours of a day', () => {
  it('are typed, and end with the day where that is meant', async () => {
    const { container, onChange } = show(false);
    const [from, to] = screen.getAllByRole('textbox');
    if (!from || !to) throw new Error('no hours');
    expect(from).toHaveValue('09:00');
    expect(to).toHaveValue('24:00');
    expect(await accessibilityFindings(container)).toEqual([]);
    fireEvent.change(from, { target: { value: '10:30' } });
    fireEvent.keyDown(from, { key: 'Enter', code: 'Enter' });
    expect(onChange).toHaveBeenLastCalledWith({ ...calendar, week: { monday: [{ from: '10:30', to: '24:00' }] } });
    fireEvent.change(to, { target: { value: '18:00' } });
    fireEvent.keyDown(to, { key: 'Enter', code: 'Enter' });
    expect(onChange).toHaveBeenLastCalledWith({ ...calendar, week: { monday: [{ from: '09:00', to: '18:00' }] } });
    fireEvent.change(to, { target: { value: '00:00' } });
    fireEvent.keyDown(to, { key: 'Enter', code: 'Enter' });
    expect(onChange).toHaveBeenLastCalledWith(calendar);
  });

  it('are words where they are not ours to change', () => {
    show(true);
    expect(screen.getByText('09:00–24:00')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
