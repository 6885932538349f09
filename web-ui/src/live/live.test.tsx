import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveProvider, useLiveRecord } from './LiveProvider';
import type { LiveEvent } from './hear';

const PLACE = { tenant: 'demo', app: 'crm', form: 'customer' };
const ID = '01a2178f-6ae5-7e90-b42b-57eee685b1af';
const RECORD = `/tenants/demo/apps/crm/forms/customer/records/${ID}`;
const TASKS = '/tenants/demo/tasks?box=todo';
const UNREAD = '/tenants/demo/notifications/unread';

class Stream {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor(readonly url: string) {
    Stream.all.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(event: LiveEvent) {
    act(() => this.onmessage?.({ data: JSON.stringify(event) }));
  }
  static open = () => Stream.all.filter((stream) => stream.readyState !== Stream.CLOSED);
}

let asked: string[] = [];
let version = 1;

function Page() {
  useLiveRecord(PLACE, ID);
  const record = useQuery({ queryKey: [RECORD], queryFn: () => answer(RECORD) });
  useQuery({ queryKey: [TASKS], queryFn: () => answer(TASKS) });
  useQuery({ queryKey: [UNREAD], queryFn: () => answer(UNREAD) });
  return <p>{`version ${record.data?.version ?? '-'}`}</p>;
}

function answer(address: string) {
  asked.push(address);
  return Promise.resolve({ version });
}

async function show() {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const page = render(
    <QueryClientProvider client={cache}>
      <LiveProvider>
        <Page />
      </LiveProvider>
    </QueryClientProvider>,
  );
  await screen.findByText('version 1');
  asked = [];
  return page;
}

function visibility(state: DocumentVisibilityState) {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

describe('what the server tells an open page', () => {
  beforeEach(() => {
    Stream.all = [];
    asked = [];
    version = 1;
    vi.stubGlobal('EventSource', Stream);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('reads a record again that somebody else has changed, and no version twice', async () => {
    await show();
    const [stream] = Stream.open();
    expect(stream?.url).toBe(`/api/v1/events?record=demo/crm/customer/${ID}`);
    stream?.tell({ type: 'record', ...PLACE, id: ID, version: 1 });
    expect(asked).toEqual([]);
    version = 2;
    stream?.tell({ type: 'record', ...PLACE, id: ID, version: 2 });
    await screen.findByText('version 2');
    expect(asked).toEqual([RECORD]);
  });

  it('reads the inbox again when it differs from what was told before', async () => {
    await show();
    const [stream] = Stream.open();
    stream?.tell({ type: 'tasks', tenant: 'demo', todo: 1, newest: 'a', told: null });
    expect(asked).toEqual([]);
    stream?.tell({ type: 'tasks', tenant: 'other', todo: 4, newest: 'x', told: null });
    stream?.tell({ type: 'tasks', tenant: 'demo', todo: 2, newest: 'b', told: null });
    await waitFor(() => expect(asked).toEqual([TASKS]));
  });

  it('reads notifications again when there are others', async () => {
    await show();
    const [stream] = Stream.open();
    stream?.tell({ type: 'notifications', tenant: 'demo', unread: 1, newest: 'a' });
    expect(asked).toEqual([]);
    stream?.tell({ type: 'notifications', tenant: 'demo', unread: 2, newest: 'b' });
    await waitFor(() => expect(asked).toEqual([UNREAD]));
  });

  it('keeps no connection while the page cannot be seen, or is gone', async () => {
    const page = await show();
    expect(Stream.open()).toHaveLength(1);
    visibility('hidden');
    expect(Stream.open()).toHaveLength(0);
    visibility('visible');
    expect(Stream.open()).toHaveLength(1);
    page.unmount();
    expect(Stream.open()).toHaveLength(0);
  });

  it('asks again later for a stream that was refused', async () => {
    await show();
    vi.useFakeTimers();
    const [stream] = Stream.open();
    stream?.close();
    act(() => stream?.onerror?.());
    act(() => void vi.advanceTimersByTime(30_000));
    vi.useRealTimers();
    expect(Stream.open()).toHaveLength(1);
    expect(Stream.open()[0]).not.toBe(stream);
  });
});
