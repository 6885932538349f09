import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem, type FormPlace } from '../api';
import { parseForm } from '../schema';
import { accessibilityFindings } from '../testing/axe';
import { customerAnswer } from '../testing/forms';
import { renderPage, startMessages } from '../testing/render';
import { serve } from '../testing/server';
import { ChangedSince } from './ChangedSince';

const place: FormPlace = { tenant: 'demo', app: 'crm', form: 'customer' };
const form = parseForm(customerAnswer);

function shown(changes: unknown[], { busy = false, onLoad = vi.fn() } = {}) {
  serve({});
  const problem = new Problem({ status: 409, code: 'record.changed-since-seen', changes } as never);
  return {
    onLoad,
    ...renderPage(<ChangedSince place={place} form={form} problem={problem} busy={busy} onLoad={onLoad} />),
  };
}

beforeEach(() => startMessages());

describe('what has changed since one looked', () => {
  it('stands from what to what, and is accessible', async () => {
    const { container } = shown([{ field: 'name', from: '王小明', to: '王大明' }]);
    const notice = await screen.findByRole('alert');
    expect(notice).toHaveTextContent('姓名 王小明 → 王大明');
    expect(container.querySelector('del')).toHaveTextContent('王小明');
    expect(container.querySelector('ins')).toHaveTextContent('王大明');
    expect(await accessibilityFindings(container)).toEqual([]);
  });

  it('says of an empty value that there was none, and of a withheld one only that it changed', async () => {
    shown([{ field: 'email', from: null, to: 'w@example.cn' }, { field: 'idNumber' }]);
    const [empty, withheld] = within(await screen.findByRole('alert')).getAllByRole('listitem');
    expect(empty).toHaveTextContent('（空） → w@example.cn');
    expect(withheld).toHaveTextContent('已更改（内容对你隐藏）');
    expect(withheld).not.toHaveTextContent('→');
  });

  it('names no field that the step does not show', async () => {
    shown([{ field: 'secretOfOthers', from: 'a', to: 'b' }]);
    expect(await screen.findByRole('alert')).toHaveTextContent('变化的内容在这一步中不显示。');
    expect(screen.queryByText(/secretOfOthers/)).toBeNull();
  });

  it('loads what is there now when asked to, and only then', async () => {
    const { onLoad } = shown([{ field: 'name', from: '王小明', to: '王大明' }]);
    const load = await screen.findByRole('button', { name: '载入最新内容' });
    expect(onLoad).not.toHaveBeenCalled();
    fireEvent.click(load);
    expect(onLoad).toHaveBeenCalledOnce();
  });
});
