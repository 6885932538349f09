import { onlineManager, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { newQueryClient, useGet } from '.';

afterEach(() => {
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

function Page({ act }: { act: () => Promise<unknown> }) {
  const read = useGet<string>('/read', {});
  const done = useMutation({ mutationFn: act });
  return (
    <>
      <p>{read.data ?? read.status}</p>
      <button onClick={() => done.mutate()}>{done.status}</button>
    </>
  );
}

it('fails an act at once while there is no network, and never does it later', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const act = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
  onlineManager.setOnline(false);
  show(act);
  fireEvent.click(screen.getByRole('button'));
  await screen.findByRole('button', { name: 'error' });
  onlineManager.setOnline(true);
  await Promise.resolve();
  expect(act).toHaveBeenCalledTimes(1);
});

it('says what could not be read without a network, and reads it when there is one', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  onlineManager.setOnline(false);
  show(() => Promise.resolve());
  await waitFor(() => expect(screen.getByText('error')).toBeInTheDocument(), { timeout: 4_000 });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('"read"', { status: 200 })));
  onlineManager.setOnline(true);
  await screen.findByText('read');
});

function show(act: () => Promise<unknown>) {
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Page act={act} />
    </QueryClientProvider>,
  );
}
